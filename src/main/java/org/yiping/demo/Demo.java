package org.yiping.demo;

// long because the conductor is one sequence from start to account

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Starts the hall's programs one after another, lets them work, takes their pictures, stops them and accounts for it.
///
/// Runs on the main thread; a shutdown hook ends the children when the demo itself is ended.
final class Demo {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String CONSOLE = "org.yiping.console.Main";

    private final Wish wish;
    private final Path folder;
    private final List<Child> children = new ArrayList<>();

    /// What was asked for on the command line. Without `minutes` the demo lasts as long as its windows.
    record Wish(String city, @Nullable Double minutes, double speed, long seed) {}

    Demo(Wish wish) {
        this.wish = wish;
        String root = Optional.ofNullable(System.getenv("YIPING_ROOT")).orElse(".");
        this.folder = Path.of(root, "target", "demo").toAbsolutePath().normalize();
    }

    int run() throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll));
        clear(folder);
        City city = new City(wish, folder.resolve("city"), Instant.now());
        int cameraPort = freePort();
        String cameras = "http://127.0.0.1:" + cameraPort;
        Path data = folder.resolve("server");
        int prepared = city.prepare(data, cameras, this::imported, Demo::say);
        if (prepared != 0) {
            return prepared;
        }
        say("starting the server: loading the city");
        Child server = start(
                "server",
                "org.yiping.server.Main",
                List.of(
                        "--data",
                        data.toString(),
                        "--port",
                        "0",
                        "--city",
                        city.folder().toString(),
                        "--cameras",
                        cameras));
        Optional<String> url = await(server, () -> ready(server), "the server");
        if (url.isEmpty()) {
            return failed(server);
        }
        Path accounts = data.resolve("accounts.csv");
        say("server ready at " + url.get() + "; every post's account is in " + accounts);
        Accounts known = Accounts.read(accounts);
        // The wall first: where there is one monitor for both, the windows one works in lie above it.
        say("the wall is opening");
        Child wall = console("wall", url.get(), known.of("wall"), "3-17");
        settled(() -> open(wall) || !wall.alive(), PATIENCE);
        say("the workstation is opening");
        Child workstation = console("workstation", url.get(), known.of("dispatcher"), "0-2");
        settled(() -> open(workstation) || !workstation.alive(), PATIENCE);
        say("the simulated city works at " + wish.speed() + "×");
        Child simulator = start(
                "simulator",
                "org.yiping.simulator.Main",
                List.of(
                        "--server",
                        url.get(),
                        "--accounts",
                        accounts.toString(),
                        "--seed",
                        Long.toString(wish.seed()),
                        "--speed",
                        Double.toString(wish.speed()),
                        "--cameras-port",
                        Integer.toString(cameraPort),
                        "--backlog",
                        Integer.toString(city.backlog()),
                        "--answers",
                        answers().toString()));
        Optional<Child> dead = work(List.of(server, simulator, workstation, wall), workstation);
        if (dead.isPresent()) {
            return failed(dead.get());
        }
        return account(simulator, List.of(workstation, wall), url.get(), known);
    }

    /// A console tells its revision once its windows are there.
    private boolean open(Child console) {
        return Files.exists(folder.resolve(console.name()).resolve("shots").resolve("revision"));
    }

    private boolean imported(List<String> arguments) throws IOException, InterruptedException {
        try (Child child = Child.start("import-" + arguments.get(1), folder, "org.yiping.server.Main", arguments)) {
            boolean ended = settled(() -> !child.alive(), Duration.ofMinutes(5));
            child.said().stream().filter(l -> l.startsWith("{")).forEach(Demo::say);
            if (!ended || child.status() != 0) {
                say("the import failed; its last words:\n" + child.lastWords());
                return false;
            }
            return true;
        }
    }

    private Child console(String mode, String url, Accounts.Account account, String screens) throws IOException {
        Path own = Files.createDirectories(folder.resolve(mode));
        Path password = own.resolve("password");
        Files.writeString(password, account.password());
        List<String> arguments = List.of(
                "--server",
                url,
                "--user",
                account.user(),
                "--password-file",
                password.toString(),
                "--post",
                account.post(),
                "--seat",
                mode,
                "--data",
                own.resolve("cache").toString(),
                "--mode",
                mode,
                "--screens",
                screens,
                "--shots",
                own.resolve("shots").toString());
        if (Child.WATCHED) {
            fill(mode, own, arguments);
        }
        return start(mode, CONSOLE, arguments);
    }

    /// Every day's start finds a filled cache, and that is the start to be watched: one before it fills it.
    private void fill(String mode, Path own, List<String> arguments) throws IOException {
        try (Child first = Child.unwatched(mode, folder, CONSOLE, arguments)) {
            settled(() -> (open(first) && hasGround(own)) || !first.alive(), PATIENCE);
        }
        Files.deleteIfExists(own.resolve("shots").resolve("revision"));
    }

    /// Components come last of what a map stands on.
    private static boolean hasGround(Path own) {
        try (Stream<Path> files = Files.list(own.resolve("cache").resolve("layers"))) {
            return files.anyMatch(f -> f.getFileName().toString().startsWith("components-"));
        } catch (IOException _) {
            return false;
        }
    }

    private Child start(String name, String main, List<String> arguments) throws IOException {
        Child child = Child.start(name, folder, main, arguments);
        synchronized (children) {
            children.add(child);
        }
        return child;
    }

    /// Lets the hall work until its time is up or its workstation is closed; gives back a program that died.
    private Optional<Child> work(List<Child> all, Child workstation) throws InterruptedException {
        Double minutes = wish.minutes();
        Instant end = minutes == null ? Instant.MAX : Instant.now().plusMillis((long) (minutes * 60_000));
        Instant told = Instant.now();
        while (Instant.now().isBefore(end)) {
            for (Child child : all) {
                if (!child.alive()) {
                    return child == workstation && child.status() == 0 && minutes == null
                            ? Optional.empty()
                            : Optional.of(child);
                }
            }
            if (minutes != null && Duration.between(told, Instant.now()).toSeconds() >= 15) {
                told = Instant.now();
                say(Duration.between(told, end).toSeconds() + " s to go");
            }
            Thread.sleep(200);
        }
        return Optional.empty();
    }

    /// What the simulator was answered; written when it ends.
    private Path answers() {
        return folder.resolve("simulator.answers");
    }

    /// Stops the reporting, waits until the consoles have caught up, takes the pictures, compares the books.
    private int account(Child simulator, List<Child> consoles, String url, Accounts known)
            throws IOException, InterruptedException {
        say("taking pictures");
        List<JsonNode> shots = new ArrayList<>();
        for (Child console : consoles) {
            shots.add(shoot(console));
        }
        simulator.close();
        Books books = new Books(url, known.of("administrator"));
        long lost = books.missing(answers(), consoles, folder, Demo::settled);
        List<String> pictures = new ArrayList<>();
        int windows = 0;
        int playing = 0;
        Double p99 = null;
        for (int i = 0; i < consoles.size(); i++) {
            windows += shots.get(i).path("windows").asInt(0);
            playing += shots.get(i).path("cameras_playing").asInt(0);
            JsonNode late = shots.get(i).path("push_p99_ms");
            if (late.isNumber()) {
                p99 = p99 == null ? late.asDouble() : Math.max(p99, late.asDouble());
            }
            pictures.addAll(collect(consoles.get(i)));
        }
        long cases = books.cases();
        stopAll();
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("windows", windows);
        line.set("screenshots", Json.mapper().valueToTree(pictures));
        line.put("cases", cases);
        line.put("commands", books.commands());
        line.put("lost", lost);
        line.put("cameras_playing", playing);
        line.put("push_p99_ms", p99);
        System.out.println(line);
        System.out.flush();
        return 0;
    }

    private JsonNode shoot(Child console) throws IOException, InterruptedException {
        Path shots = folder.resolve(console.name()).resolve("shots");
        Files.createDirectories(shots);
        Files.deleteIfExists(shots.resolve("shot.done"));
        Files.writeString(shots.resolve("shoot"), "");
        Path done = shots.resolve("shot.done");
        settled(() -> Files.exists(done), Duration.ofSeconds(60));
        return Files.exists(done) ? Json.mapper().readTree(done) : Json.mapper().createObjectNode();
    }

    /// Moves a console's pictures beside each other under the demo's folder.
    private List<String> collect(Child console) throws IOException {
        Path shots = folder.resolve(console.name()).resolve("shots");
        List<String> paths = new ArrayList<>();
        try (Stream<Path> files = Files.list(shots)) {
            for (Path picture :
                    files.filter(f -> f.toString().endsWith(".png")).sorted().toList()) {
                Path target = folder.resolve(console.name() + "-" + picture.getFileName());
                Files.move(picture, target);
                paths.add(target.toString());
            }
        }
        return paths;
    }

    private static Optional<String> ready(Child server) {
        try {
            return server.said().stream()
                    .filter(l -> l.startsWith("ready http"))
                    .map(l -> l.substring("ready ".length()).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> await(
            Child child, java.util.function.Supplier<Optional<String>> question, String what)
            throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        Optional<String> answer = question.get();
        while (answer.isEmpty() && child.alive() && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            answer = question.get();
        }
        if (answer.isEmpty()) {
            say(what + " did not become ready");
        }
        return answer;
    }

    /// Waits until the condition holds or the patience is used up.
    static boolean settled(BooleanSupplier condition, Duration patience) {
        Instant end = Instant.now().plus(patience);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private int failed(Child child) throws IOException {
        say("the " + child.name() + " ended by itself; its last words:");
        System.err.println(child.lastWords());
        stopAll();
        return 1;
    }

    private void stopAll() {
        List<Child> open;
        synchronized (children) {
            open = List.copyOf(children.reversed());
            children.clear();
        }
        open.forEach(Child::close);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }

    static void say(String words) {
        System.err.println(String.format(Locale.ROOT, "[%tT] %s", System.currentTimeMillis(), words));
    }
}
