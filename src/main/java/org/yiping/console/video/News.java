package org.yiping.console.video;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// What a decoder child tells the console, over the child's standard output. Immutable.
sealed interface News {
    /// libvlc is open; `version` in its own words.
    record Ready(String version) implements News {}

    record Missing(String reason) implements News {}

    /// What is said of one decoder.
    sealed interface OfSlot extends News {
        int slot();
    }

    /// A picture came and stands in the frames.
    record Shown(int slot, int play, boolean isNew, float difference) implements OfSlot {}

    record Ended(int slot, int play, Picture.Fault why) implements OfSlot {}

    record Bytes(int slot, int play, long total) implements OfSlot {}

    record Released(int slot) implements OfSlot {}

    /// Said twice a second by a child that lives.
    record Beat() implements News {}

    default void write(DataOutput out) throws IOException {
        switch (this) {
            case Ready(String version) -> {
                out.writeByte('V');
                out.writeUTF(version);
            }
            case Missing(String reason) -> {
                out.writeByte('M');
                out.writeUTF(reason);
            }
            case Shown(int slot, int play, boolean isNew, float difference) -> {
                write(out, 'P', slot, play);
                out.writeBoolean(isNew);
                out.writeFloat(difference);
            }
            case Ended(int slot, int play, Picture.Fault why) -> {
                write(out, 'E', slot, play);
                out.writeUTF(why.name());
            }
            case Bytes(int slot, int play, long total) -> {
                write(out, 'N', slot, play);
                out.writeLong(total);
            }
            case Released(int slot) -> {
                out.writeByte('R');
                out.writeInt(slot);
            }
            case Beat() -> out.writeByte('B');
        }
    }

    private static void write(DataOutput out, char kind, int slot, int play) throws IOException {
        out.writeByte(kind);
        out.writeInt(slot);
        out.writeInt(play);
    }

    static News read(DataInput in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case 'V' -> new Ready(in.readUTF());
            case 'M' -> new Missing(in.readUTF());
            case 'P' -> new Shown(in.readInt(), in.readInt(), in.readBoolean(), in.readFloat());
            case 'E' -> new Ended(in.readInt(), in.readInt(), fault(in.readUTF()));
            case 'N' -> new Bytes(in.readInt(), in.readInt(), in.readLong());
            case 'R' -> new Released(in.readInt());
            case 'B' -> new Beat();
            default -> throw new IOException("no news: " + kind);
        };
    }

    private static Picture.Fault fault(String name) throws IOException {
        try {
            return Picture.Fault.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IOException("no fault: " + name, e);
        }
    }
}
