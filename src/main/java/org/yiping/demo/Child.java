package org.yiping.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.yiping.Parent;

/// One program of the demo as a process of its own, with its words in a log file. A crash of one leaves the others
/// running; none outlives the demo. Used by the demo's main thread.
final class Child implements AutoCloseable {
    /// Whether Java watches the programs, to make caches of what they load and do.
    static final boolean WATCHED = System.getenv("YIPING_TRAINING") != null;

    /// Who records for a cache of its classes writes it at its end.
    private static final Duration GRACE = WATCHED ? Duration.ofMinutes(3) : Duration.ofSeconds(10);

    private final String name;
    private final Process process;
    private final Path log;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /// Starts `main` with the flags the launcher left in the environment.
    static Child start(String name, Path folder, String main, List<String> arguments) throws IOException {
        return start(name, folder, main, arguments, words(System.getenv("YIPING_JVM_" + flagsOf(name))));
    }

    /// The same with nobody watching.
    static Child unwatched(String name, Path folder, String main, List<String> arguments) throws IOException {
        List<String> own = words(System.getenv("YIPING_JVM_" + flagsOf(name))).stream()
                .filter(flag -> !flag.startsWith("-XX:AOT"))
                .toList();
        return start(name, folder, main, arguments, own);
    }

    private static Child start(String name, Path folder, String main, List<String> arguments, List<String> own)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(words(System.getenv("YIPING_JVM_FLAGS")));
        command.addAll(own);
        command.addAll(words(System.getenv("YIPING_JVM")));
        command.add(Parent.option());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main);
        command.addAll(arguments);
        Path log = folder.resolve(name + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        return new Child(name, process, log);
    }

    private static String flagsOf(String name) {
        return switch (name) {
            case "server" -> "SERVER";
            case "wall" -> "WALL";
            case "simulator" -> "SIMULATOR";
            default -> "CONSOLE";
        };
    }

    private static List<String> words(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    String name() {
        return name;
    }

    boolean alive() {
        return process.isAlive();
    }

    int status() {
        return process.exitValue();
    }

    /// Everything it has said so far.
    List<String> said() throws IOException {
        return Files.exists(log) ? Files.readString(log).lines().toList() : List.of();
    }

    /// The end of its log, for a person who has to find out why it ended.
    String lastWords() throws IOException {
        List<String> lines = said();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    /// Asks it to end, insists after its time of grace.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
