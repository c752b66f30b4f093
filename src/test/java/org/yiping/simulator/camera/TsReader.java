package org.yiping.simulator.camera;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a transport stream as a decoder would and notes what would disturb one. Written apart from `Ts` on purpose.
final class TsReader {
    final List<Long> shown = new ArrayList<>();
    final List<Long> clocks = new ArrayList<>();
    final List<Integer> pids = new ArrayList<>();
    final List<String> faults = new ArrayList<>();
    private final Map<Integer, Integer> counters = new HashMap<>();
    private int packets;

    void read(byte[] stream) {
        if (stream.length % 188 != 0) {
            faults.add("not whole packets: " + stream.length);
        }
        for (int at = 0; at + 188 <= stream.length; at += 188) {
            packet(stream, at);
        }
    }

    private void packet(byte[] b, int at) {
        packets++;
        if (b[at] != 0x47) {
            faults.add("no sync byte at packet " + packets);
            return;
        }
        int pid = ((b[at + 1] & 0x1F) << 8) | (b[at + 2] & 0xFF);
        pids.add(pid);
        int counter = b[at + 3] & 0x0F;
        Integer before = counters.put(pid, counter);
        if (before != null && counter != ((before + 1) & 0x0F)) {
            faults.add("pid " + pid + " counts " + before + " then " + counter + " at packet " + packets);
        }
        boolean adaptation = (b[at + 3] & 0x20) != 0;
        int payload = at + 4 + (adaptation ? 1 + (b[at + 4] & 0xFF) : 0);
        if (adaptation && (b[at + 4] & 0xFF) > 0 && (b[at + 5] & 0x10) != 0) {
            long base = 0;
            for (int i = 6; i < 10; i++) {
                base = (base << 8) | (b[at + i] & 0xFF);
            }
            clocks.add((base << 1) | ((b[at + 10] & 0x80) >> 7));
        }
        boolean start = (b[at + 1] & 0x40) != 0;
        if (start && b[payload] == 0 && b[payload + 1] == 0 && b[payload + 2] == 1 && (b[payload + 7] & 0x80) != 0) {
            long high = (b[payload + 9] >> 1) & 7;
            long middle = ((((b[payload + 10] & 0xFF) << 8) | (b[payload + 11] & 0xFF)) >> 1) & 0x7FFF;
            long low = ((((b[payload + 12] & 0xFF) << 8) | (b[payload + 13] & 0xFF)) >> 1) & 0x7FFF;
            shown.add((high << 30) | (middle << 15) | low);
        }
    }
}
