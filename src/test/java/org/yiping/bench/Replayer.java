package org.yiping.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;
import org.yiping.protocol.CommandBatch;
import org.yiping.protocol.CommandCodec;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

/// Sends histories as commands with their recorded times: many cases side by side, the steps of each in their order,
/// every step by the session whose post may. Confined to one thread, which waits for its lines.
final class Replayer implements AutoCloseable {
    /// What a request may carry.
    private static final int BATCH = 200;
    private static final int LINES = 4;
    private static final List<String> STEPS =
            List.of("register", "pass", "file", "dispatch", "assign", "finish", "send-check", "check-pass", "close");
    private static final long FRESH_NANOS = 600_000_000_000L;

    private final int port;
    private final ReplayCity city;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Signed> signed = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(LINES);
    private final ThreadLocal<Line> lines;
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final String photo;
    private long commands;

    private record Signed(String token, long nanos) {}

    Replayer(int port, ReplayCity city, Path accountsFile, byte[] photo, String sha) throws IOException {
        this.port = port;
        this.city = city;
        this.photo = sha;
        for (Account a : Account.read(accountsFile)) {
            accounts.put(a.user(), a);
        }
        this.lines = ThreadLocal.withInitial(() -> {
            try {
                return new Line(port);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        try (Line line = new Line(port)) {
            Line.Answer answer = line.post(
                    "/api/v1/files",
                    head("collector", line) + "Content-Type: image/jpeg\r\nX-Content-SHA256: " + sha + "\r\n",
                    photo);
            if (answer.status() != 200) {
                throw new IOException("the photo was refused: " + answer.body());
            }
        }
    }

    String head(String account, Line line) throws IOException {
        Signed own = signed.get(account);
        if (own == null || System.nanoTime() - own.nanos() > FRESH_NANOS) {
            Account a = Objects.requireNonNull(accounts.get(account), account);
            Line.Answer answer = line.post(
                    "/api/v1/sessions",
                    "Content-Type: application/json\r\n",
                    Json.mapper()
                            .writeValueAsBytes(Map.of(
                                    "user",
                                    a.user(),
                                    "password",
                                    a.password(),
                                    "post",
                                    a.posts().getFirst(),
                                    "seat",
                                    "replay")));
            own = new Signed(Json.mapper().readTree(answer.body()).path("token").asString(), System.nanoTime());
            signed.put(account, own);
        }
        return "Authorization: Bearer " + own.token() + "\r\n";
    }

    /// The rows every step of which was accepted.
    List<BostonRow> play(List<BostonRow> rows) throws InterruptedException, ExecutionException {
        List<BostonRow> going = rows;
        for (String step : STEPS) {
            boolean ending = STEPS.indexOf(step) > STEPS.indexOf("assign");
            Map<String, List<BostonRow>> bySession = new LinkedHashMap<>();
            List<BostonRow> next = new ArrayList<>();
            for (BostonRow row : going) {
                if (ending && row.closed() == null) {
                    next.add(row); // it is open to this day
                } else {
                    bySession
                            .computeIfAbsent(session(step, row), s -> new ArrayList<>())
                            .add(row);
                }
            }
            List<Future<List<BostonRow>>> sent = new ArrayList<>();
            bySession.forEach((session, own) -> {
                for (int from = 0; from < own.size(); from += BATCH) {
                    List<BostonRow> some = own.subList(from, Math.min(own.size(), from + BATCH));
                    sent.add(threads.submit(() -> send(step, session, some)));
                }
            });
            for (Future<List<BostonRow>> each : sent) {
                next.addAll(each.get());
            }
            going = next;
        }
        return going;
    }

    private List<BostonRow> send(String step, String session, List<BostonRow> rows) throws IOException {
        List<CommandBatch.Item> items = rows.stream()
                .map(r -> {
                    Command command = command(step, r);
                    return new CommandBatch.Item(
                            command.head().id().value(), CommandCodec.encode(command), at(step, r));
                })
                .toList();
        Line line = lines.get();
        Line.Answer answer = line.post(
                "/api/v1/commands/batch",
                head(session, line) + "Content-Type: application/json\r\n",
                Json.mapper().writeValueAsBytes(new CommandBatch(items)));
        JsonNode answers = Json.mapper().readTree(answer.body()).path("answers");
        List<BostonRow> taken = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            JsonNode one = answers.path(i);
            if (one.path("status").asInt(0) == 200) {
                taken.add(rows.get(i));
            } else {
                refused(step + " "
                        + (one.isMissingNode() ? answer.status() + " " + answer.body() : one.path("problem")));
            }
        }
        count(taken.size());
        return taken;
    }

    private void refused(String why) {
        synchronized (refusals) {
            refusals.merge(why.replaceAll("\"traceId\":\"[^\"]*\"", ""), 1, Integer::sum);
        }
    }

    private synchronized void count(int more) {
        commands += more;
    }

    synchronized long commands() {
        return commands;
    }

    Map<String, Integer> refusals() {
        synchronized (refusals) {
            return Map.copyOf(refusals);
        }
    }

    private String session(String step, BostonRow row) {
        return switch (step) {
            case "register", "pass", "send-check" -> "acceptor";
            case "file", "close" -> "duty-leader";
            case "dispatch" -> "dispatcher";
            case "check-pass" -> "collector";
            default -> city.department(row);
        };
    }

    private static Instant at(String step, BostonRow row) {
        return switch (step) {
            case "register", "pass", "file" -> row.opened();
            case "dispatch", "assign" -> plan(row).dispatched();
            default -> Objects.requireNonNull(row.closed());
        };
    }

    private static BostonRow.Plan plan(BostonRow row) {
        return Objects.requireNonNull(row.plan());
    }

    static CaseId id(BostonRow row) {
        return new CaseId("boston-" + row.id());
    }

    private Command command(String step, BostonRow row) {
        Command.Head head = new Command.Head(new CommandId(row.id() + "-" + step), 0, null);
        ActionCode action = new ActionCode(step);
        if (step.equals("register")) {
            Position at = row.nowhere() ? null : new Position(row.longitude(), row.latitude());
            return new Command.ReportCase(
                    head,
                    id(row),
                    action,
                    new Command.Intake(
                            new Subject(
                                    new KindCode("event"),
                                    new ClassCode(city.code(row)),
                                    null,
                                    Severity.ORDINARY,
                                    null,
                                    row.title()),
                            new Place(at, row.address(), null),
                            new SourceCode("hotline"),
                            null,
                            true),
                    List.of());
        }
        return new Command.ActOnCase(head, id(row), action, fields(step, row));
    }

    private Command.Fields fields(String step, BostonRow row) {
        return new Command.Fields(
                "as recorded",
                step.equals("file")
                        ? new CriterionId(city.code(row) + "-" + plan(row).criterion())
                        : null,
                step.equals("dispatch") ? new DepartmentId(city.department(row)) : null,
                handler(step, row),
                step.equals("close") ? "as recorded" : null,
                step.equals("finish") ? List.of(photo) : List.of());
    }

    private @Nullable PersonId handler(String step, BostonRow row) {
        return switch (step) {
            case "assign" -> new PersonId("P-" + city.department(row));
            case "send-check" -> new PersonId("P-collector");
            default -> null;
        };
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
