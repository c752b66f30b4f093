package org.yiping.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.yiping.Parent;

/// A server in a process of its own, as an operator starts it, which a test may kill.
public final class Child implements AutoCloseable {
    private static final List<String> QUICK = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Path data;
    private final Process process;
    private final int port;

    private Child(Path data, Process process, int port) {
        this.data = data;
        this.process = process;
        this.port = port;
    }

    static Child start(Path folder) {
        return start(folder, List.of());
    }

    /// With the launcher's flags for a server.
    public static Child asShipped(Path folder) {
        List<String> flags = new ArrayList<>();
        for (String variable : List.of("YIPING_JVM_FLAGS", "YIPING_JVM_SERVER")) {
            String words = System.getenv(variable);
            flags.addAll(
                    words == null || words.isBlank()
                            ? List.of()
                            : List.of(words.strip().split("\\s+")));
        }
        return start(folder, List.of(), flags, List.of());
    }

    /// `before` goes in front of the command, e.g. a shell that limits file sizes.
    static Child start(Path folder, List<String> before) {
        return start(folder, before, QUICK, List.of());
    }

    /// `options` go behind the server's own.
    static Child start(Path folder, List<String> before, List<String> flags, List<String> options) {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(Parent.option());
        command.addAll(flags);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "org.yiping.server.Main",
                "--data",
                folder.resolve("data").toString(),
                "--city",
                SmallCity.in(folder).toString()));
        command.addAll(options);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(folder.resolve("child.log").toFile())
                    .start();
            return new Child(folder.resolve("data"), process, ready(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int ready(Process process) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("ready ")) {
                return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
            }
        }
        throw new IOException("the server ended before it was ready");
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /// The password an account of the small city was given.
    public String password(String user) throws IOException {
        return Files.readAllLines(data.resolve("accounts.csv")).stream()
                .filter(l -> l.startsWith(user + ","))
                .map(l -> l.split(",", -1)[1])
                .findFirst()
                .orElseThrow();
    }

    /// Kill -9.
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the server does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }
}
