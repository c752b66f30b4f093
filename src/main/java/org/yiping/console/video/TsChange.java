package org.yiping.console.video;

/// Finds where a transport stream goes on with other streams than before, say in another codec. libvlc plays such a
/// stream on only where it fetches it itself; so it is given the rest as a stream of its own. One thread.
final class TsChange {
    private final byte[] packet = new byte[TsPacket.LENGTH];
    private int filled;
    private int streamsPid = -1;
    private byte[] streams = {};

    /// Where in these bytes, which follow those of before, the new table is, or 0 where its packet began in those of
    /// before; -1 where all is as it was.
    int in(byte[] bytes) {
        int found = -1;
        int at = 0;
        while (at < bytes.length) {
            if (filled == 0 && bytes[at] != TsPacket.SYNC) {
                at++;
                continue;
            }
            int count = Math.min(TsPacket.LENGTH - filled, bytes.length - at);
            System.arraycopy(bytes, at, packet, filled, count);
            filled += count;
            at += count;
            if (filled == TsPacket.LENGTH) {
                filled = 0;
                if (isChange() && found < 0) {
                    found = Math.max(0, at - TsPacket.LENGTH);
                }
            }
        }
        return found;
    }

    private boolean isChange() {
        int pid = TsPacket.pid(packet);
        if (pid == TsPacket.PROGRAMMES) {
            int named = TsPacket.streamsPid(packet);
            streamsPid = named < 0 ? streamsPid : named;
        }
        if (pid != streamsPid) {
            return false;
        }
        boolean changed = streams.length > 0 && !TsPacket.sameTable(streams, packet);
        streams = packet.clone();
        return changed;
    }
}
