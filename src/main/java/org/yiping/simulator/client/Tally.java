package org.yiping.simulator.client;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.yiping.domain.command.CommandId;
import org.yiping.protocol.Json;
import org.yiping.simulator.play.Deed;
import org.yiping.simulator.play.Settings;
import tools.jackson.databind.node.ObjectNode;

/// Counts what was sent and what became of it. Any thread.
public final class Tally {
    private final LongAdder sent = new LongAdder();
    private final Map<CommandId, Long> accepted = new ConcurrentHashMap<>();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder photos = new LongAdder();
    private final LongAdder samples = new LongAdder();
    private final LongAdder readings = new LongAdder();
    private final Map<String, LongAdder> captures = new ConcurrentHashMap<>();
    private final LongAdder reconnects = new LongAdder();
    private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();

    void sent() {
        sent.increment();
    }

    void photo() {
        photos.increment();
    }

    public void samples(int count) {
        samples.add(count);
    }

    public void readings(int count) {
        readings.add(count);
    }

    /// A capture was heard, and what became of it: queued, folded, below …
    void capture(String outcome) {
        captures.computeIfAbsent(outcome, k -> new LongAdder()).increment();
    }

    public void reconnect() {
        reconnects.increment();
    }

    void count(CommandId id, Deed.Result result) {
        switch (result) {
            case Deed.Result.Accepted a -> accepted.put(id, a.revision());
            case Deed.Result.Refused r ->
                refused.computeIfAbsent(r.status() + " " + r.code(), k -> new LongAdder())
                        .increment();
            case Deed.Result.Unanswered u -> unanswered.increment();
        }
    }

    public long accepted() {
        return accepted.size();
    }

    /// What was accepted, a line each: the command and the revision it was answered with. That is an older one where
    /// there was nothing to change any more, as with a receipt of a case that is further on.
    public List<String> answers() {
        return accepted.entrySet().stream()
                .map(e -> e.getKey().value() + "," + e.getValue())
                .toList();
    }

    /// One JSON line: `sent` counts attempts, `refused` is the sum of `refusals` by status and code, `unanswered` were
    /// sent again.
    public String line(Settings settings, int openCases) {
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("seed", settings.seed());
        line.put("speed", settings.speed());
        line.put("sent", sent.sum());
        line.put("accepted", accepted.size());
        line.put("refused", refused.values().stream().mapToLong(LongAdder::sum).sum());
        line.put("unanswered", unanswered.sum());
        ObjectNode refusals = line.putObject("refusals");
        new TreeMap<>(refused).forEach((code, n) -> refusals.put(code, n.sum()));
        line.put("photos", photos.sum());
        line.put("samples", samples.sum());
        line.put("readings", readings.sum());
        ObjectNode heard = line.putObject("captures");
        new TreeMap<>(captures).forEach((outcome, n) -> heard.put(outcome, n.sum()));
        line.put("reconnects", reconnects.sum());
        line.put("open", openCases);
        return line.toString();
    }
}
