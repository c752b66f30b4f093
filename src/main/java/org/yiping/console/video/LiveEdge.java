package org.yiping.console.video;

import java.io.ByteArrayOutputStream;
import java.util.function.LongSupplier;

/// Moves what a media server sends of the past into the present. Servers keep what came since the last key picture (GOP
/// 缓存) and send it to whoever joins, all at once, so that nobody waits for a picture; played at its pace, the stream
/// would stay late by as much for ever. So in the beginning no picture is due before it came.
///
/// The times in the packets are changed and nothing else. One thread.
final class LiveEdge {
    /// In nanoseconds: whoever joins has got all of it by then. What comes early later comes after a stumble.
    private static final long BEGINNING = 5_000_000_000L;

    /// In ticks: no server keeps more. Who sends more at once sends a recording, which is to be played at its pace.
    private static final long MOST_KEPT = 5 * 90_000;

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long TICKS_PER_MILLI = 90;
    private static final long SECOND = 90_000;

    private final LongSupplier nanos;
    private final TsPackets packets = new TsPackets();
    private boolean begun;
    private long began;
    private long told;
    private long due;
    private long latest;
    private long ahead;
    private boolean clocked;
    private long clock;

    /// `nanos` is a clock that never jumps.
    LiveEdge(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// The whole packets that end in these bytes, which follow those of before; what lies between packets is left out.
    byte[] move(byte[] bytes) {
        ByteArrayOutputStream moved = new ByteArrayOutputStream(bytes.length + TsPacket.LENGTH);
        packets.cut(bytes, (packet, _) -> move(packet, moved));
        return moved.toByteArray();
    }

    private void move(byte[] packet, ByteArrayOutputStream moved) {
        int shown = TsPacket.shownAt(packet);
        int decoded = TsPacket.decodedAt(packet);
        if (shown > 0) {
            take(TsPacket.time(packet, decoded > 0 ? decoded : shown));
            TsPacket.time(packet, shown, TsPacket.time(packet, shown) - ahead);
        }
        if (decoded > 0) {
            TsPacket.time(packet, decoded, TsPacket.time(packet, decoded) - ahead);
        }
        int clock = TsPacket.clockAt(packet);
        if (clock > 0) {
            TsPacket.clock(packet, clock, forward(TsPacket.clock(packet, clock) - ahead));
        }
        moved.write(packet, 0, TsPacket.LENGTH);
    }

    /// A clock that stands in a packet of its own, before the picture it belongs to, must not go back with that.
    private long forward(long time) {
        long step = clocked ? TsPacket.between(clock, time) : 0;
        clock = step < 0 && step > -SECOND ? clock : time;
        clocked = true;
        return clock;
    }

    /// The next picture is to be decoded at this time; how far what comes runs ahead follows.
    private void take(long time) {
        long now = nanos.getAsLong();
        if (!begun) {
            begun = true;
            began = now;
            told = time;
        }
        due += TsPacket.between(told, time);
        told = time;
        if (now - began <= BEGINNING) {
            long elapsed = (now - began) / NANOS_PER_MILLI * TICKS_PER_MILLI;
            // Not all at the same time: a decoder takes two such for one.
            long soonest = Math.max(elapsed, latest + 1);
            ahead = Math.min(MOST_KEPT, Math.max(ahead, due - soonest));
            latest = Math.max(latest, due - ahead);
        }
    }
}
