package org.yiping.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.Parent;

/// The product's programs as a bench starts them: processes of the built jar with the launcher's flags, in a folder of
/// their own. One thread.
final class Hall implements AutoCloseable {
    private final Path root = root();
    private final Path folder;
    private final List<Process> running = new ArrayList<>();
    private final Map<String, String> around = new HashMap<>();

    Hall(String bench) throws IOException {
        folder = root.resolve("target").resolve("bench").resolve(bench).normalize();
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }

    /// In a folder that is there and empty.
    Hall(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    private static Path root() {
        return Path.of(Optional.ofNullable(System.getenv("YIPING_ROOT")).orElse("."))
                .toAbsolutePath();
    }

    /// What takes long to make is kept here from one run to the next.
    Path cache() {
        return root.resolve("target").resolve("bench-cache").normalize();
    }

    Path folder() {
        return folder;
    }

    /// Where the data for imports lies, if it is there.
    Optional<Path> data() {
        String told = System.getenv("YIPING_DATA");
        Path data = told == null ? root.resolve("../shared/data").normalize() : Path.of(told);
        return Files.isDirectory(data) ? Optional.of(data) : Optional.empty();
    }

    /// A program under way whose words are read.
    final class Program {
        private final Process process;
        private final BufferedReader words;

        private Program(Process process) {
            this.process = process;
            this.words = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        /// Reads until a line fits; absent if the program ends before.
        Optional<String> await(Predicate<String> wanted) throws IOException {
            String line;
            while ((line = words.readLine()) != null) {
                if (wanted.test(line)) {
                    return Optional.of(line);
                }
            }
            return Optional.empty();
        }

        /// Reads to the end; gives the last line.
        @Nullable
        String last() throws IOException, InterruptedException {
            String last = null;
            String line;
            while ((line = words.readLine()) != null) {
                last = line.isBlank() ? last : line;
            }
            process.waitFor();
            return last;
        }

        void end() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }

        void drain() {
            // Not a virtual thread: one that waits for a pipe keeps a carrier, and there are as many as processors.
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    while (words.readLine() != null) {
                        // keeps the pipe from filling up
                    }
                } catch (IOException e) {
                    return; // it ended
                }
            });
        }

        Process process() {
            return process;
        }
    }

    /// A platform that has said where it is reached, with its data folder.
    record Server(Program program, String url, Path data) {
        int port() {
            return URI.create(url).getPort();
        }

        List<Account> accounts() throws IOException {
            return Account.read(data.resolve("accounts.csv"));
        }

        void end() throws InterruptedException {
            program.end();
        }
    }

    Server server(Path data, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--data", data.toString(), "--port", "0"));
        arguments.addAll(List.of(more));
        Program program = start("SERVER", "org.yiping.server.Main", arguments.toArray(String[]::new));
        String url = program.await(l -> l.startsWith("ready http"))
                .orElseThrow(() -> new IOException("the server did not start; see errors.log"))
                .substring("ready ".length());
        program.drain();
        return new Server(program, url, data);
    }

    /// What a console is told at somebody's seat, whose cache and password lie in `own`.
    static String[] seat(String url, Account as, String post, Path own, String... more) throws IOException {
        Path password = Files.createDirectories(own).resolve("password");
        Files.writeString(password, as.password());
        List<String> arguments = new ArrayList<>(List.of(
                "--server",
                url,
                "--user",
                as.user(),
                "--password-file",
                password.toString(),
                "--post",
                post,
                "--data",
                own.resolve("cache").toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    /// Whether it came true in time.
    static boolean await(Callable<Boolean> condition, int seconds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(100);
        }
        return true;
    }

    Program start(String flags, String main, String... arguments) throws IOException {
        return start(flags, List.of(), main, arguments);
    }

    /// With more flags for the machine than the launcher gives it, which outdo those.
    Program start(String flags, List<String> more, String main, String... arguments) throws IOException {
        return run(flags, more, product(), main, List.of(arguments));
    }

    /// A program of the tests, which has the product on its class path.
    Program startTest(String flags, String main, String... arguments) throws IOException {
        return startTest(flags, List.of(), main, arguments);
    }

    /// A program of the tests in a Java that begins as the product does: the product's jar, which its cache of loaded
    /// classes belongs to, comes first.
    Program startBeside(String flags, String main, String... arguments) throws IOException {
        String path = product() + File.pathSeparator + System.getProperty("java.class.path");
        return run(flags, List.of(), path, main, List.of(arguments));
    }

    Program startTest(String flags, List<String> more, String main, String... arguments) throws IOException {
        return run(flags, more, System.getProperty("java.class.path"), main, List.of(arguments));
    }

    private Program run(String flags, List<String> more, String path, String main, List<String> arguments)
            throws IOException {
        List<String> command = java(flags, more);
        command.add(Parent.option());
        command.addAll(List.of("-cp", path, main));
        command.addAll(arguments);
        System.out.println("$ " + main + " " + String.join(" ", arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("errors.log").toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(around);
        Process process = builder.start();
        running.add(process);
        return new Program(process);
    }

    /// The Java a program is started with and its flags.
    List<String> java(String flags, List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(words(System.getenv("YIPING_JVM_FLAGS")));
        command.addAll(words(System.getenv("YIPING_JVM_" + flags)));
        command.addAll(more);
        return command;
    }

    /// What programs find around them from now on, beside what this one finds: another display, say.
    void around(Map<String, String> more) {
        around.clear();
        around.putAll(more);
    }

    /// Where the product's own scripts lie.
    Path packaging() {
        return root.resolve("packaging");
    }

    /// The built jar.
    String product() {
        return root.resolve("target/yiping.jar").toString();
    }

    /// How many programs have been started.
    int started() {
        return running.size();
    }

    /// Ends what was started after so many, the last one first, and takes away what programs found around them: what is
    /// measured next has the machine for itself.
    void endAfter(int many) throws InterruptedException {
        List<Process> last = running.subList(many, running.size()).reversed();
        for (Process process : last) {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
        around.clear();
    }

    private static List<String> words(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    @Override
    public void close() {
        running.forEach(Process::destroyForcibly);
    }
}
