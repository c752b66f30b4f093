package org.yiping.simulator.camera;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A short recorded stream, cut into its pictures and repeated without end. Immutable; any thread.
///
/// Clock, times and continuity counters are computed from the picture's number alone: the counters cross the seam of
/// a loop as they cross any other picture, and no viewer has a state of its own to keep.
final class Clip implements Programme {
    /// A picture is sent this long before it is due, half a picture at 15 a second: later and a strict decoder drops
    /// it, much earlier is only delay.
    private static final long LEAD_TICKS = 3_000;

    private static final int H264 = 0x1B;

    private final byte[] programmeTable;
    private final byte[] streamTable;
    private final List<Unit> units;
    private final long ticksPerPicture;
    private final int packetsPerLoop;
    private final int keysPerLoop;

    /// One picture: its packets, where its times stand in them, and what of its loop went before.
    private static final class Unit {
        final byte[] packets;
        final int shown;
        final int decoded;
        final int clock;
        final Before before;

        Unit(byte[] packets, Before before) {
            this.packets = packets;
            this.before = before;
            shown = Ts.shownOffset(packets, 0);
            decoded = Ts.decodedOffset(packets, 0);
            clock = Ts.clockOffset(packets, 0);
            check(shown >= 0, "a picture without a time");
        }

        boolean isKey() {
            return Ts.randomAccess(packets, 0);
        }
    }

    private record Before(int packets, int keys) {}

    private Clip(byte[] programmeTable, byte[] streamTable, List<byte[]> pictures) {
        this.programmeTable = programmeTable;
        this.streamTable = streamTable;
        List<Unit> cut = new ArrayList<>();
        int packets = 0;
        int keys = 0;
        for (byte[] bytes : pictures) {
            Unit unit = new Unit(bytes, new Before(packets, keys));
            cut.add(unit);
            packets += bytes.length / Ts.PACKET;
            keys += unit.isKey() ? 1 : 0;
        }
        units = List.copyOf(cut);
        packetsPerLoop = packets;
        keysPerLoop = keys;
        check(units.size() > 1 && units.getFirst().isKey(), "a clip starts with a key picture");
        ticksPerPicture = shown(1) - shown(0);
        for (int i = 1; i < units.size(); i++) {
            check(shown(i) - shown(i - 1) == ticksPerPicture, "pictures out of step");
        }
    }

    /// Cuts a transport stream with one H.264 video into its pictures; anything else in it is left out.
    static Clip read(byte[] stream) {
        check(stream.length % Ts.PACKET == 0, "not whole packets");
        int tables = -1;
        int video = -1;
        byte[] programmeTable = {};
        byte[] streamTable = {};
        List<byte[]> pictures = new ArrayList<>();
        int begin = -1;
        byte[] current = {};
        for (int at = 0; at < stream.length; at += Ts.PACKET) {
            check(stream[at] == 0x47, "lost the packet grid");
            int pid = Ts.pid(stream, at);
            if (pid == 0 && tables < 0) {
                programmeTable = Arrays.copyOfRange(stream, at, at + Ts.PACKET);
                int section = Ts.payload(stream, at) + 1;
                tables = ((stream[section + 10] & 0x1F) << 8) | (stream[section + 11] & 0xFF);
            } else if (pid == tables && video < 0) {
                streamTable = Arrays.copyOfRange(stream, at, at + Ts.PACKET);
                int section = Ts.payload(stream, at) + 1;
                int first = section + 12 + (((stream[section + 10] & 0x0F) << 8) | (stream[section + 11] & 0xFF));
                check((stream[first] & 0xFF) == H264, "not H.264");
                video = ((stream[first + 1] & 0x1F) << 8) | (stream[first + 2] & 0xFF);
            } else if (pid == video) {
                check(Ts.hasPayload(stream, at), "a packet without payload");
                if (Ts.startsUnit(stream, at)) {
                    if (begin >= 0) {
                        pictures.add(current);
                    }
                    begin = at;
                    current = new byte[0];
                }
                if (begin >= 0) {
                    current = Arrays.copyOf(current, current.length + Ts.PACKET);
                    System.arraycopy(stream, at, current, current.length - Ts.PACKET, Ts.PACKET);
                }
            }
        }
        pictures.add(current);
        return new Clip(programmeTable, streamTable, pictures);
    }

    int pictures() {
        return units.size();
    }

    @Override
    public long ticksPerPicture() {
        return ticksPerPicture;
    }

    @Override
    public boolean isKey(long picture) {
        return unit(picture).isKey();
    }

    @Override
    public byte[] packets(long picture) {
        long loop = Math.floorDiv(picture, (long) units.size());
        Unit unit = unit(picture);
        long counter = loop * packetsPerLoop + unit.before.packets;
        long keyCounter = loop * keysPerLoop + unit.before.keys;
        return stamp(unit, picture, counter, keyCounter);
    }

    /// The first picture again and again, as a camera whose encoder hangs sends it: the times run, the picture stands.
    Programme frozen() {
        Unit still = units.getFirst();
        long packets = still.packets.length / Ts.PACKET;
        Clip clip = this;
        return new Programme() {
            @Override
            public long ticksPerPicture() {
                return ticksPerPicture;
            }

            @Override
            public boolean isKey(long picture) {
                return true;
            }

            @Override
            public byte[] packets(long picture) {
                return clip.stamp(still, picture, picture * packets, picture);
            }
        };
    }

    /// Tables go before every key picture: whoever joins there needs nothing that was sent earlier.
    private byte[] stamp(Unit unit, long picture, long counter, long keyCounter) {
        int tables = unit.isKey() ? 2 * Ts.PACKET : 0;
        byte[] out = new byte[tables + unit.packets.length];
        if (tables > 0) {
            System.arraycopy(programmeTable, 0, out, 0, Ts.PACKET);
            System.arraycopy(streamTable, 0, out, Ts.PACKET, Ts.PACKET);
            Ts.continuity(out, 0, keyCounter);
            Ts.continuity(out, Ts.PACKET, keyCounter);
        }
        System.arraycopy(unit.packets, 0, out, tables, unit.packets.length);
        for (int at = tables; at < out.length; at += Ts.PACKET) {
            Ts.continuity(out, at, counter++);
        }
        long now = picture * ticksPerPicture;
        Ts.time(out, tables + unit.shown, now + LEAD_TICKS);
        if (unit.decoded >= 0) {
            Ts.time(out, tables + unit.decoded, now + LEAD_TICKS);
        }
        if (unit.clock >= 0) {
            Ts.clock(out, tables + unit.clock, now);
        }
        return out;
    }

    private Unit unit(long picture) {
        return units.get((int) Math.floorMod(picture, (long) units.size()));
    }

    private long shown(int index) {
        Unit unit = units.get(index);
        return Ts.time(unit.packets, unit.shown);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("clip: " + otherwise);
        }
    }
}
