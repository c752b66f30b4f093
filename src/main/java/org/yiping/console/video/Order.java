package org.yiping.console.video;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;

/// What the console tells a decoder child, over the child's standard input. `slot` names a decoder, `play` one of its
/// streams: what a child still says of an earlier one is not heard. Immutable.
sealed interface Order {
    record Play(int slot, int play, Path frames, FrameSize size, String url) implements Order {
        /// An address may hold a password.
        @Override
        public String toString() {
            return "Play " + slot + "/" + play;
        }
    }

    record Stop(int slot) implements Order {}

    record Ask(int slot) implements Order {}

    record Release(int slot) implements Order {}

    /// Stand still at the picture that is shown, or go on.
    record Hold(int slot, boolean still) implements Order {}

    /// Show the next picture and stand still again.
    record Step(int slot) implements Order {}

    /// The child is not wanted any more. An input that ends without it means that the console died.
    record End() implements Order {}

    default void write(DataOutput out) throws IOException {
        switch (this) {
            case Play(int slot, int play, Path frames, FrameSize size, String url) -> {
                out.writeByte('P');
                out.writeInt(slot);
                out.writeInt(play);
                out.writeUTF(frames.toString());
                out.writeInt(size.width());
                out.writeInt(size.height());
                out.writeUTF(url);
            }
            case Stop(int slot) -> write(out, 'S', slot);
            case Ask(int slot) -> write(out, 'A', slot);
            case Release(int slot) -> write(out, 'R', slot);
            case Hold(int slot, boolean still) -> write(out, still ? 'H' : 'G', slot);
            case Step(int slot) -> write(out, 'N', slot);
            case End() -> out.writeByte('E');
        }
    }

    private static void write(DataOutput out, char kind, int slot) throws IOException {
        out.writeByte(kind);
        out.writeInt(slot);
    }

    static Order read(DataInput in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case 'P' ->
                new Play(
                        in.readInt(),
                        in.readInt(),
                        Path.of(in.readUTF()),
                        new FrameSize(in.readInt(), in.readInt()),
                        in.readUTF());
            case 'S' -> new Stop(in.readInt());
            case 'A' -> new Ask(in.readInt());
            case 'R' -> new Release(in.readInt());
            case 'H' -> new Hold(in.readInt(), true);
            case 'G' -> new Hold(in.readInt(), false);
            case 'N' -> new Step(in.readInt());
            case 'E' -> new End();
            default -> throw new IOException("no order: " + kind);
        };
    }
}
