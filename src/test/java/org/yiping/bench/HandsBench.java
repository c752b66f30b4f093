package org.yiping.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.figures.Row;

/// `bench hands`: how many keys a case costs, pressed by a robot on real windows of the product and counted as the
/// window hears them: a held Ctrl is a key of its own.
///
/// Cases are taken over three seats in a city as it comes; then over one, in a city that lets its dispatchers accept
/// and file as well, by its workflow file: a seat that holds all three posts. Then a call is taken down, and at last a
/// robot tries every action of the palette without a mouse.
final class HandsBench implements Bench {
    private static final int CASES = 5;
    private static final long SEED = 4;
    private static final Set<String> SHARED = Set.of("pass", "reject", "file", "return-to-accept", "void");

    @Override
    public void run(Hall hall, Rows rows) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            rows.part("three", () -> rows.add(threeSeats(hall, http)));
            rows.part("one", () -> rows.add(oneSeat(hall, http)));
        }
    }

    /// A city as it comes: each post has its own seat.
    private static List<Row> threeSeats(Hall hall, HttpClient http) throws Exception {
        Path city = SharedPosts.city(hall.folder().resolve("usual-city"), SEED, "dispatcher", Set.of());
        Hall.Server server = hall.server(hall.folder().resolve("usual-server"), "--city", city.toString());
        String url = server.url();
        List<Account> accounts = server.accounts();
        Reports cases = new Reports(http, url, accounts, SEED);
        cases.report(0, CASES);
        Integer accept = seat(hall, url, accounts, "acceptor", "accept", CASES);
        Integer file = seat(hall, url, accounts, "duty-leader", "file", CASES);
        Integer dispatch = seat(hall, url, accounts, "dispatcher", "dispatch", CASES);
        recorded(cases, 0);
        server.end();
        return List.of(Row.atMost("three_posts_keys", sum(accept, file, dispatch), "keys", 9));
    }

    private static List<Row> oneSeat(Hall hall, HttpClient http) throws Exception {
        Path city = SharedPosts.city(hall.folder().resolve("city"), SEED, "dispatcher", SHARED);
        Hall.Server server = hall.server(
                hall.folder().resolve("server"),
                "--city",
                city.toString(),
                "--cti",
                Hotline.keys(hall.folder()).toString());
        String url = server.url();
        List<Account> accounts = server.accounts();
        Reports cases = new Reports(http, url, accounts, SEED);
        cases.report(0, CASES);
        Integer alone = seat(hall, url, accounts, "dispatcher", "alone", CASES);
        recorded(cases, 0);
        Hotline.ring(http, url, Hotline.CALL); // a console is up long before it stops ringing
        Integer call = seat(hall, url, accounts, "acceptor", "call-" + cases.cell(), 1);
        if (call != null && !cases.has("\"call\":\"" + Hotline.CALL + "\"")) {
            throw new IOException("the call's case has not come in");
        }
        cases.report(CASES, CASES);
        Integer unreached = seat(hall, url, accounts, "dispatcher", "palette", 0);
        server.end();
        return List.of(
                Row.atMost("report_to_dispatched_keys", figure(alone), "keys", 6),
                Row.atMost("full_call_keys_overhead", figure(call), "keys", 12),
                Row.atMost("unreachable_actions", figure(unreached), "actions", 0));
    }

    private static void recorded(Reports cases, int from) throws IOException, InterruptedException {
        if (!cases.recorded(from, CASES)) {
            throw new IOException("a transition is not in the records");
        }
    }

    private static @Nullable Double figure(@Nullable Integer value) {
        return value == null ? null : (Double) value.doubleValue();
    }

    private static @Nullable Double sum(@Nullable Integer a, @Nullable Integer b, @Nullable Integer c) {
        return a == null || b == null || c == null ? null : (Double) (double) (a + b + c);
    }

    /// What one seat's robot counted at most for a case; absent where it did not get through.
    private static @Nullable Integer seat(
            Hall hall, String url, List<Account> accounts, String post, String task, int cases) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(task, Integer.toString(cases)));
        arguments.addAll(List.of(Hall.seat(
                url,
                Account.of(accounts, post),
                post,
                hall.folder().resolve(task),
                "--language",
                "en",
                "--screens",
                "0-0")));
        Hall.Program robot = hall.startTest("CONSOLE", "org.yiping.bench.SeatRobot", arguments.toArray(String[]::new));
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
}
