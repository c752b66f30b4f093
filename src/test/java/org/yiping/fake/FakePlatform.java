package org.yiping.fake;

// long because a scripted platform answers every route

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.yiping.console.link.Link;
import org.yiping.domain.casework.Case;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.fake.FakeHttp.Reply;
import org.yiping.fake.FakeHttp.Request;
import org.yiping.protocol.CommandAnswer;
import org.yiping.protocol.CommandCodec;
import org.yiping.protocol.CommandRequest;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.protocol.Problem;
import org.yiping.protocol.Push;
import org.yiping.protocol.SignIn;
import org.yiping.protocol.SnapshotLine;
import tools.jackson.databind.JsonNode;

/// A scripted platform in this JVM: one journal, rows, commands applied once per key, push with resume.
/// It keeps count of what a console must never cause: a command applied twice. Faults are asked of
/// `faults`. Any thread.
public final class FakePlatform implements FakeHttp.Handler, AutoCloseable {
    private static final int CHUNK = 20;
    private static final long SLOW_NANOS = 900_000_000;

    public final Faults faults = new Faults();
    public final Map<String, Integer> timesApplied = new ConcurrentHashMap<>();
    public final List<String> arrivals = new ArrayList<>();
    public final Map<String, byte[]> files = new ConcurrentHashMap<>();

    /// What the files were said to be.
    public final Map<String, String> types = new ConcurrentHashMap<>();
    public final Map<String, Reply> documents = new ConcurrentHashMap<>();
    public final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final FakeHttp http;
    private final InstantSource clock;
    private final List<Entry> journal = new ArrayList<>();
    private final Map<String, Map<String, JsonNode>> rows = new TreeMap<>();
    private final Map<String, Long> keys = new HashMap<>();
    private final List<Push> extra = new ArrayList<>();
    private long oldest;
    private int tokens;
    private volatile String token = "t0";
    private volatile @Nullable String name;

    private record Entry(long revision, List<Push.Change> changes) {}

    public FakePlatform(InstantSource clock) throws IOException {
        this.clock = clock;
        http = new FakeHttp(this);
    }

    public int port() {
        return http.port();
    }

    public synchronized long revision() {
        return journal.isEmpty() ? 0 : journal.getLast().revision();
    }

    public synchronized Map<String, JsonNode> rows(String kind) {
        return Map.copyOf(rows.getOrDefault(kind, Map.of()));
    }

    public synchronized long put(String kind, String id, Object row) {
        JsonNode node = Json.mapper().valueToTree(row);
        return append(List.of(new Push.Change(kind, id, "put", node, null)));
    }

    public synchronized long gone(String kind, String id) {
        return append(List.of(new Push.Change(kind, id, "gone", null, null)));
    }

    public synchronized long append(List<Push.Change> changes) {
        long revision = revision() + 1;
        for (Push.Change change : changes) {
            Map<String, JsonNode> table = rows.computeIfAbsent(change.kind(), _ -> new LinkedHashMap<>());
            if (change.row() == null) {
                table.remove(change.id());
            } else {
                table.put(change.id(), change.row());
            }
        }
        journal.add(new Entry(revision, changes));
        notifyAll();
        return revision;
    }

    /// Sends a frame to every stream as it is.
    public synchronized void say(Push frame) {
        extra.add(frame);
        notifyAll();
    }

    /// Forgets the journal up to now: older cursors need a snapshot.
    public synchronized void forget() {
        oldest = revision();
    }

    /// Answers on this route stop in the middle until `release`.
    public void hold(String route) {
        held.put(route, new CountDownLatch(1));
    }

    public boolean isHeld(String route) {
        return waiting.contains(route);
    }

    public void release() {
        held.values().forEach(CountDownLatch::countDown);
    }

    /// How the platform calls itself; null where it does not.
    public void name(@Nullable String next) {
        name = next;
    }

    public void cutStreams() {
        http.cut();
    }

    @Override
    public void halfway(Request request) throws InterruptedException {
        CountDownLatch gate = held.get(request.route());
        if (gate != null) {
            waiting.add(request.route());
            gate.await();
        }
    }

    @Override
    public Reply reply(Request request) {
        asked.merge(request.method() + " " + request.route(), 1, Integer::sum);
        if (faults.down()) {
            return Reply.cut();
        }
        return switch (request.route()) {
            case "/api/v1/sessions" -> session(request);
            case "/api/v1/sessions/refresh" -> faults.refusesRefresh() ? problem(401, "AUT-401") : grant();
            default ->
                ("Bearer " + token).equals(request.headers().get("authorization"))
                        ? authorised(request)
                        : problem(401, "AUT-401");
        };
    }

    private Reply session(Request request) {
        if (request.method().equals("DELETE")) {
            return Reply.of(204, "application/json", new byte[0]);
        }
        SignIn.Request signIn = Json.mapper().readValue(request.body(), SignIn.Request.class);
        return signIn.password().equals("wrong") ? problem(401, "AUT-401") : grant();
    }

    private synchronized Reply grant() {
        token = "t" + ++tokens;
        return json(
                new SignIn.Answer(token, "r" + tokens, clock.instant().plusSeconds(faults.tokenSeconds()), me(), name));
    }

    /// The token in use is worth nothing from now on.
    public void revoke() {
        token = "revoked";
    }

    private static SignIn.Me me() {
        return new SignIn.Me("p1", "张三", "dispatcher", "s1", List.of("dispatcher"), List.of(), null);
    }

    private Reply authorised(Request request) {
        return switch (request.route()) {
            case "/api/v1/stream" -> new Reply(101, "", Map.of(), new byte[0], 0);
            case "/api/v1/me" -> json(me());
            case "/api/v1/snapshot" -> snapshot(request);
            case "/api/v1/commands" -> command(request);
            case "/api/v1/files" -> {
                String id = Link.sha256(request.body());
                types.put(id, request.headers().getOrDefault("content-type", ""));
                files.put(id, request.body());
                yield json(Map.of("fileId", id));
            }
            default -> {
                Reply document = documents.getOrDefault(request.route(), problem(404, "HTP-404"));
                String tag = document.headers().get("ETag");
                yield tag != null && tag.equals(request.headers().get("if-none-match"))
                        ? Reply.of(304, "application/json", new byte[0])
                        : document;
            }
        };
    }

    /// Scripts the answer of a route; for bulk routes with its revision as the tag.
    public void document(String route, Object body) {
        documents.put(route, json(body));
    }

    public void bulk(String route, long revision, List<?> items) {
        StringBuilder lines = new StringBuilder();
        line(lines, Map.of("revision", revision));
        items.forEach(item -> line(lines, Map.of("row", item)));
        line(lines, Map.of("count", items.size()));
        byte[] body = lines.toString().getBytes(StandardCharsets.UTF_8);
        documents.put(
                route,
                new Reply(200, "application/x-ndjson", Map.of("ETag", "\"" + revision + "\""), body, body.length));
    }

    private synchronized Reply snapshot(Request request) {
        Set<String> topics = Set.copyOf(Arrays.asList(request.query("topics").split(",")));
        StringBuilder lines = new StringBuilder();
        line(lines, new SnapshotLine(revision(), null, null, null, null));
        long count = 0;
        for (Map.Entry<String, Map<String, JsonNode>> table : rows.entrySet()) {
            if (topics.contains(table.getKey())) {
                table.getValue()
                        .forEach((id, row) -> line(lines, new SnapshotLine(null, table.getKey(), id, row, null)));
                count += table.getValue().size();
            }
        }
        line(lines, new SnapshotLine(null, null, null, null, count));
        byte[] body = gzip(lines.toString().getBytes(StandardCharsets.UTF_8));
        int sent = faults.cutsSnapshot() ? body.length / 2 : body.length;
        return new Reply(200, "application/x-ndjson", Map.of("Content-Encoding", "gzip"), body, sent);
    }

    private static void line(StringBuilder lines, Object value) {
        lines.append(Json.mapper().writeValueAsString(value)).append('\n');
    }

    private Reply command(Request request) {
        if (faults.losesCommandBefore()) {
            return Reply.cut();
        }
        CommandId id = new CommandId(request.headers().get("idempotency-key"));
        Reply reply = apply(id, Json.mapper().readValue(request.body(), CommandRequest.class));
        if (faults.slowsCommand()) {
            LockSupport.parkNanos(SLOW_NANOS);
        }
        return faults.losesCommandAfter() ? Reply.cut() : reply;
    }

    private synchronized Reply apply(CommandId id, CommandRequest request) {
        arrivals.add(id.value());
        Long before = keys.get(id.value());
        if (before != null) {
            return json(new CommandAnswer(before));
        }
        int refusal = faults.refusal(id.value());
        if (refusal != 0) {
            return problem(refusal, "CMD-" + refusal);
        }
        if (request.expiresAt() != null && clock.instant().isAfter(request.expiresAt())) {
            return problem(410, "CMD-410");
        }
        Command command = CommandCodec.decode(id, request);
        timesApplied.merge(id.value(), 1, Integer::sum);
        Case row =
                Samples.after(command, rows.getOrDefault(Kinds.CASE, Map.of()).get(request.target()));
        JsonNode node = Json.mapper().valueToTree(row);
        long revision = append(List.of(new Push.Change(Kinds.CASE, row.id().value(), "put", node, id.value())));
        keys.put(id.value(), revision);
        return json(new CommandAnswer(revision));
    }

    @Override
    public void stream(Request request, FakeStream stream) throws IOException, InterruptedException {
        long after = Long.parseLong(request.query("after"));
        long current = revision();
        send(stream, new Push.Hello(clock.instant(), current, 1, 5));
        if (after < oldest || after > current) {
            send(stream, new Push.Resync("too-old", oldest));
            send(stream, new Push.Bye("resync", 0));
            stream.cut();
            return;
        }
        int said;
        synchronized (this) {
            said = extra.size();
        }
        while (stream.open()) {
            List<Push> frames = new ArrayList<>();
            synchronized (this) {
                if (faults.silent() || (revision() == after && extra.size() == said)) {
                    wait(20);
                }
                if (faults.silent()) {
                    continue;
                }
                while (said < extra.size()) {
                    frames.add(extra.get(said++));
                }
                int at = (int) after; // revisions are 1, 2, 3 …
                while (at < journal.size()) {
                    List<Entry> chunk = journal.subList(at, Math.min(journal.size(), at + faults.chunk(CHUNK)));
                    long upto = chunk.getLast().revision();
                    frames.add(new Push.Delta(
                            after,
                            upto,
                            clock.instant(),
                            chunk.stream().flatMap(e -> e.changes().stream()).toList()));
                    at += chunk.size();
                    after = upto;
                }
            }
            for (Push frame : frames) {
                send(stream, frame);
            }
        }
    }

    private void send(FakeStream stream, Push frame) throws IOException {
        if (faults.cutsFrame()) {
            stream.cut();
            throw new IOException("cut by the test");
        }
        stream.send(Json.mapper().writeValueAsString(frame));
    }

    public static Reply json(Object body) {
        return Reply.of(200, "application/json", Json.mapper().writeValueAsBytes(body));
    }

    private static Reply problem(int status, String code) {
        Problem problem = new Problem("/problems/" + code, "refused", status, "不行", code, null, null, null);
        return Reply.of(status, "application/problem+json", Json.mapper().writeValueAsBytes(problem));
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
