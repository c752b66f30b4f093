package org.yiping.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A hall with one seat that holds all posts of the main line, a robot's hands on its console (`Workday`), and whoever
/// reports and calls. One thread.
///
/// It exists for the long runs: they see of a hall what can be asked of it from outside.
public final class SeatShift implements AutoCloseable {
    private static final long SEED = 8;
    /// Calls ring at this post alone.
    private static final String POST = "acceptor";
    private static final Set<String> SHARED = Set.of("file", "return-to-accept", "void", "dispatch", "return-to-file");
    private static final Pattern FAULT = Pattern.compile(" ERROR |\\b\\w*(?:Exception|Error)\\b");

    private final Hall hall;
    private final HttpClient http;
    private final Hall.Server server;
    private final Reports reports;
    private final Hall.Program robot;
    private int reported;
    private int called;

    private SeatShift(Hall hall, HttpClient http) throws Exception {
        this.hall = hall;
        this.http = http;
        Path city = SharedPosts.city(hall.folder().resolve("city"), SEED, POST, SHARED);
        server = hall.server(
                hall.folder().resolve("server"),
                "--city",
                city.toString(),
                "--cti",
                Hotline.keys(hall.folder()).toString());
        List<Account> accounts = server.accounts();
        reports = new Reports(http, server.url(), accounts, SEED);
        List<String> arguments = new ArrayList<>(List.of("shift-" + reports.cell(), "0"));
        arguments.addAll(List.of(Hall.seat(
                server.url(),
                Account.of(accounts, POST),
                POST,
                hall.folder().resolve("console"),
                "--language",
                "en",
                "--screens",
                "0-0")));
        robot = hall.startTest("CONSOLE", "org.yiping.bench.SeatRobot", arguments.toArray(String[]::new));
    }

    /// Programs and files in a folder of their own.
    public static SeatShift open(Path folder) throws Exception {
        Hall hall = new Hall(folder);
        HttpClient http = HttpClient.newHttpClient();
        boolean opened = false;
        try {
            SeatShift shift = new SeatShift(hall, http);
            opened = true;
            return shift;
        } finally {
            if (!opened) {
                hall.close();
                http.close();
            }
        }
    }

    /// Brings what the seat wants until its next round is over; false where its hands have stopped.
    public boolean round() throws Exception {
        while (true) {
            Optional<String> line = robot.await(_ -> true);
            if (line.isEmpty()) {
                return false;
            }
            switch (line.get()) {
                case "wants case" -> reports.report(reported++, 1);
                case "wants call" -> Hotline.ring(http, server.url(), "call-" + ++called);
                default -> {
                    if (line.get().startsWith("round ")) {
                        return true;
                    }
                }
            }
        }
    }

    /// What lives on the console's heap after everything else was collected.
    public double liveHeapMb() throws IOException, InterruptedException {
        return Watch.liveHeap(robot.process());
    }

    /// Lines of both programs' logs that tell of an exception or an error.
    public List<String> faults() throws IOException {
        try (Stream<String> lines = Files.lines(hall.folder().resolve("errors.log"))) {
            return lines.filter(l -> FAULT.matcher(l).find()).toList();
        }
    }

    public int cases() {
        return reported + called;
    }

    @Override
    public void close() {
        hall.close();
        http.close();
    }
}
