package org.yiping.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.command.Command;
import org.yiping.figures.Row;
import org.yiping.protocol.CommandCodec;
import org.yiping.protocol.Json;
import org.yiping.simulator.city.CityGenerator;
import tools.jackson.databind.JsonNode;

/// `bench hands`: how many keys a case costs, pressed by a robot on real windows of the product and counted as the
/// window
/// hears them: a held Ctrl is a key of its own.
///
/// The city lets its dispatchers accept and file as well, by its workflow file: a seat that holds all three posts. The
/// same cases are then taken over three seats. At last a robot tries every action of the palette of every page without
/// a mouse.
final class HandsBench implements Bench {
    private static final int CASES = 5;
    private static final long SEED = 4;
    private static final List<String> PAGES = List.of("workbench", "map", "video", "duty", "assessment");
    private static final Set<String> SHARED = Set.of("pass", "reject", "file", "return-to-accept", "void");

    @Override
    public List<Row> run(Hall hall) throws Exception {
        Path city = city(hall);
        Path data = hall.folder().resolve("server");
        Hall.Program server = hall.start(
                "SERVER",
                "org.yiping.server.Main",
                "--data",
                data.toString(),
                "--port",
                "0",
                "--city",
                city.toString(),
                "--cti",
                Hotline.keys(hall.folder()).toString());
        String url = server.await(l -> l.startsWith("ready http"))
                .orElseThrow(() -> new IOException("the server did not start"))
                .substring("ready ".length());
        server.drain();
        List<Account> accounts = Account.read(data.resolve("accounts.csv"));
        try (HttpClient http = HttpClient.newHttpClient()) {
            Cases cases = new Cases(http, url, accounts);
            cases.report(0, CASES);
            Integer alone = seat(hall, url, accounts, "dispatcher", "alone", CASES);
            boolean recorded = cases.recorded(0, CASES);
            cases.report(CASES, CASES);
            Integer accept = seat(hall, url, accounts, "acceptor", "accept", CASES);
            Integer file = seat(hall, url, accounts, "duty-leader", "file", CASES);
            Integer dispatch = seat(hall, url, accounts, "dispatcher", "dispatch", CASES);
            recorded &= cases.recorded(CASES, CASES);
            if (!recorded) {
                throw new IOException("a transition is not in the records");
            }
            cases.report(2 * CASES, CASES);
            Integer unreached = 0;
            for (String page : PAGES) {
                Integer of = seat(hall, url, accounts, "dispatcher", "palette-" + page, 0);
                unreached = of == null || unreached == null ? null : (Integer) (unreached + of);
            }
            Hotline.ring(http, url); // a console is up long before it stops ringing
            Integer call = seat(hall, url, accounts, "acceptor", "call-" + cases.cell(), 1);
            if (call != null && !cases.has("\"call\":\"" + Hotline.CALL + "\"")) {
                throw new IOException("the call's case has not come in");
            }
            return List.of(
                    Row.atMost("report_to_dispatched_keys", figure(alone), "keys", 6),
                    Row.atMost("three_posts_keys", sum(accept, file, dispatch), "keys", 9),
                    Row.atMost("full_call_keys_overhead", figure(call), "keys", 12),
                    Row.atMost("unreachable_actions", figure(unreached), "actions", 0));
        }
    }

    private static @Nullable Double figure(@Nullable Integer value) {
        return value == null ? null : (Double) value.doubleValue();
    }

    private static @Nullable Double sum(@Nullable Integer a, @Nullable Integer b, @Nullable Integer c) {
        return a == null || b == null || c == null ? null : (Double) (double) (a + b + c);
    }

    /// The demo city with its workflow changed by nothing but posts.
    private static Path city(Hall hall) throws IOException {
        Path city = hall.folder().resolve("city");
        new CityGenerator(SEED).write(city);
        String workflow;
        try (InputStream in =
                Objects.requireNonNull(HandsBench.class.getResourceAsStream("/org/yiping/catalogue/workflow.yaml"))) {
            workflow = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (String action : SHARED) {
            Pattern posts = Pattern.compile(
                    "(- action: " + action + "\\n(?: {4}.*\\n)*? {4}permission: \\{posts: \\[)" + "([a-z, -]+)\\]");
            String next = posts.matcher(workflow).replaceFirst("$1$2, dispatcher]");
            if (next.equals(workflow)) {
                throw new IOException("the workflow has no action " + action);
            }
            workflow = next;
        }
        Path catalogue = Files.createDirectories(city.resolve("catalogue"));
        Files.writeString(catalogue.resolve("workflow.yaml"), workflow);
        return city;
    }

    /// What one seat's robot counted at most for a case; absent where it did not get through.
    private static @Nullable Integer seat(
            Hall hall, String url, List<Account> accounts, String post, String task, int cases) throws Exception {
        Account account = Account.of(accounts, post);
        Path own = Files.createDirectories(hall.folder().resolve(task));
        Path password = own.resolve("password");
        Files.writeString(password, account.password());
        Hall.Program robot = hall.startTest(
                "CONSOLE",
                "org.yiping.bench.SeatRobot",
                task,
                Integer.toString(cases),
                "--server",
                url,
                "--user",
                account.user(),
                "--password-file",
                password.toString(),
                "--post",
                post,
                "--language",
                "en",
                "--data",
                own.resolve("cache").toString(),
                "--screens",
                "0-0");
        List<String> told = new ArrayList<>();
        robot.await(line -> {
            told.add(line);
            System.out.println(task + ": " + line);
            return line.startsWith("result ");
        });
        robot.end();
        String last = told.isEmpty() ? "" : told.getLast();
        return last.startsWith("result ") ? Integer.valueOf(last.substring("result ".length())) : null;
    }

    /// Cases as callers bring them in, and what the platform wrote down about them.
    private static final class Cases {
        private final HttpClient http;
        private final Platform acceptor;
        private final CaseLoad load;

        Cases(HttpClient http, String url, List<Account> accounts) throws Exception {
            this.http = http;
            Account account = Account.of(accounts, "acceptor");
            acceptor = Platform.signIn(http, url, account.user(), account.password(), "acceptor");
            load = CaseLoad.of(acceptor, SEED);
        }

        void report(int from, int count) throws IOException, InterruptedException {
            for (int i = from; i < from + count; i++) {
                Command command = load.command(CaseLoad.Step.REGISTER, i);
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(URI.create(acceptor.url() + "/api/v1/commands"))
                                .header("Authorization", "Bearer " + acceptor.token())
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", command.head().id().value())
                                .POST(HttpRequest.BodyPublishers.ofByteArray(
                                        Json.mapper().writeValueAsBytes(CommandCodec.encode(command))))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IOException("not registered: " + answer.body());
                }
            }
        }

        /// A place by its code.
        String cell() throws IOException, InterruptedException {
            for (JsonNode cell : acceptor.get("/cells").path("items")) {
                return cell.path("code").asString();
            }
            throw new IOException("the city has no cells");
        }

        /// Whether a case with these words has come in, in time.
        boolean has(String words) throws IOException, InterruptedException {
            for (int i = 0; i < 100; i++) {
                if (acceptor.get("/cases?limit=1000").toString().contains(words)) {
                    return true;
                }
                Thread.sleep(100);
            }
            return false;
        }

        /// Whether each of them was passed on, filed and dispatched, with the criterion and the department in force.
        boolean recorded(int from, int count) throws IOException, InterruptedException {
            boolean all = true;
            for (int i = from; i < from + count; i++) {
                String id = Objects.requireNonNull(
                                load.command(CaseLoad.Step.PASS, i).about())
                        .value();
                List<String> steps = new ArrayList<>();
                for (JsonNode record : acceptor.get("/cases/" + id + "/records").path("items")) {
                    steps.add(record.path("step").path("action").asString());
                }
                JsonNode value = acceptor.get("/cases/" + id);
                boolean whole = steps.containsAll(List.of("register", "pass", "file", "dispatch"))
                        && !value.path("subject").path("criterion").isMissingNode()
                        && !value.path("progress").path("department").isMissingNode();
                System.out.println("recorded of " + id + ": " + steps + (whole ? "" : " – incomplete"));
                all &= whole;
            }
            return all;
        }
    }
}
