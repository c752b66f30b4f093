package org.yiping.watch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.yiping.Heartbeat;
import org.yiping.Parent;

/// A watched program as a process of its own. It ends with its watchdog, however that ends. Any thread.
final class KeptProcess implements Kept {
    private final Process process;
    private final LastWords words = new LastWords();

    /// How it is started: the command, the watchdog's folder, a thread to listen on, who gets what it says.
    record Start(List<String> command, Path folder, Executor threads, Consumer<String> rest) implements Kept.Launch {
        @Override
        public Kept start() throws IOException {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            builder.environment().put(Heartbeat.FOLDER, folder.toString());
            // By the environment, because the command may be a starter that takes no options of Java.
            // One file, written over: a year of these must not fill a disk.
            String options = Parent.option() + " '-XX:ErrorFile=" + folder.resolve("java.log") + "'";
            builder.environment().merge("JAVA_TOOL_OPTIONS", options, (told, ours) -> told + " " + ours);
            // What the keeper of the machine is told comes from the watchdog alone.
            List.of("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID").forEach(builder.environment()::remove);
            return new KeptProcess(builder.start(), this);
        }
    }

    private KeptProcess(Process process, Start start) {
        this.process = process;
        start.threads().execute(() -> {
            try (var said = process.getInputStream()) {
                words.listen(said, start.rest());
            } catch (IOException e) {
                // Of one that was killed the stream is closed under whoever reads it.
                if (!process.isAlive()) {
                    return;
                }
                start.rest().accept("its words cannot be heard: " + e);
            }
        });
    }

    @Override
    public String name() {
        return Long.toString(process.pid());
    }

    @Override
    public long beats() {
        return words.beats();
    }

    @Override
    public boolean pictured() {
        return words.pictured();
    }

    @Override
    public boolean alive() {
        return process.isAlive();
    }

    @Override
    public int status() {
        return process.exitValue();
    }

    /// Java answers this signal with what its threads do; it is the one way that needs no tool of the JDK.
    @Override
    public void askThreads() {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -QUIT " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // Then a report says that the threads did not answer.
            return;
        }
    }

    @Override
    public void end() {
        process.destroy();
    }

    @Override
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public List<String> words() {
        return words.lines();
    }

    @Override
    public List<String> threads() {
        return words.threads();
    }
}
