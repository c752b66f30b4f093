package org.yiping.console.video;

/// Finds where a transport stream goes on with other streams than before, say in another codec. libvlc plays such a
/// stream on only where it fetches it itself; so it is given the rest as a stream of its own. One thread.
final class TsChange {
    private final TsPackets packets = new TsPackets();
    private int streamsPid = -1;
    private byte[] streams = {};
    private int found;

    /// Where in these bytes, which follow those of before, the new table is, or 0 where its packet began in those of
    /// before; -1 where all is as it was.
    int in(byte[] bytes) {
        found = -1;
        packets.cut(bytes, this::take);
        return found;
    }

    private void take(byte[] packet, int end) {
        int pid = TsPacket.pid(packet);
        if (pid == TsPacket.PROGRAMMES) {
            int named = TsPacket.streamsPid(packet);
            streamsPid = named < 0 ? streamsPid : named;
        }
        if (pid != streamsPid) {
            return;
        }
        if (found < 0 && streams.length > 0 && !TsPacket.sameTable(streams, packet)) {
            found = Math.max(0, end - TsPacket.LENGTH);
        }
        streams = packet.clone();
    }
}
