package org.yiping.end2end;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallOrder;
import org.yiping.fake.Desk;
import org.yiping.needs.NeedsProgram;

/// Two computers of one wall as processes, each with a display of its own, at a real platform: one is killed in the
/// second in which a scene that a desk has sent comes to stand. Slow: programs with windows are started.
@Tag("slow")
@NeedsProgram("Xvfb")
class KilledNodeTest {
    private static final long DEADLINE = TimeUnit.SECONDS.toNanos(240);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);
    private static final SceneId NIGHT = new SceneId("night");
    private static final int WIDTH = 960;

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    /// A wall under way, and what is written on its windows.
    private final class Computer {
        private final Process process;
        private volatile List<String> words = List.of();

        Computer(Process process) {
            this.process = process;
            Thread.ofPlatform().daemon().start(this::listen);
        }

        private void listen() {
            try (BufferedReader lines = process.inputReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    List<String> said = List.of(line.split("\t"));
                    if (said.getFirst().equals(SpokenWall.SAYS)) {
                        words = said.subList(1, said.size());
                    }
                }
            } catch (IOException e) {
                words = List.of(e.toString()); // it was killed
            }
        }

        boolean says(String part) {
            return words.stream().anyMatch(w -> w.contains(part));
        }
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void oneThatIsKilledWhileASceneTurnsIsNamedByTheOtherAndComesBackIntoTheSceneThatStands() throws Exception {
        scenes();
        try (Town town = new Town(folder)) {
            Desk desk = town.seat("leader", "duty-leader", town.platform.port());
            String west = display();
            String east = display();
            Computer left = wall(town, "left", west, 0);
            Computer right = wall(town, "right", east, WIDTH);
            until("the usual scene stands on both", left, right, () -> left.says("平日左") && right.says("平日右"));

            Instant due = send(desk);
            while (Instant.now().isBefore(due)) {
                LockSupport.parkNanos(Duration.between(Instant.now(), due).toNanos());
            }
            left.process.destroyForcibly().waitFor();

            until("the other one names it", left, right, () -> right.says("节点 left 失联"));
            until("and has taken in what it showed", left, right, () -> right.says("夜班左"));

            Computer again = wall(town, "left", west, 0);
            until("it is back in the scene that stands", again, right, () -> again.says("夜班左"));
            until("and named no more", again, right, () -> !right.says("失联") && right.says("夜班右"));
            assertThat(again.words).noneMatch(w -> w.contains("平日"));
        }
    }

    private void scenes() throws IOException {
        Path scenes = Files.createDirectories(folder.resolve("city").resolve("scenes"));
        Files.writeString(scenes.resolve("usual.yaml"), scene("平日"));
        Files.writeString(scenes.resolve("night.yaml"), scene("夜班"));
        Files.writeString(scenes.resolve("wall.yaml"), "version: \"1\"\nstandard: usual\n...\n");
    }

    /// What is on the left goes before what is on the right where both want one monitor.
    private static String scene(String name) {
        return """
                version: "1"
                title: {zh: NAME, en: NAME}
                layouts:
                  - monitors: [2, 1]
                    grid: [2, 1]
                    tiles:
                      - {at: [1, 1], panel: title, options: {zh: NAME左}, priority: 60}
                      - {at: [2, 1], panel: title, options: {zh: NAME右}, priority: 40}
                ...
                """.replace("NAME", name);
    }

    /// Answers its name.
    private String display() throws IOException {
        Process display = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-noreset", "-nolisten", "tcp", "-screen", "0", WIDTH + "x540x24")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(display);
        BufferedReader said = display.inputReader(); // stays open: a server that cannot write ends
        return ":" + said.readLine();
    }

    private Computer wall(Town town, String name, String display, int x) throws IOException {
        Path password = folder.resolve("password");
        Files.writeString(password, town.platform.password("wall"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dprism.order=sw",
                "-Dyiping.wall.unmeasured=true",
                "-cp",
                System.getProperty("java.class.path"),
                SpokenWall.class.getName(),
                "--mode",
                "wall",
                "--server",
                "http://127.0.0.1:" + town.platform.port(),
                "--user",
                "wall",
                "--password-file",
                password.toString(),
                "--post",
                "wall"));
        command.addAll(List.of("--seat", name, "--node", name, "--at", x + ",0"));
        command.addAll(List.of("--data", folder.resolve(name).toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log(name).toFile()));
        builder.environment().put("DISPLAY", display);
        Process process = builder.start();
        started.add(process);
        return new Computer(process);
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    /// Answers when it comes to stand: at the first full second that is half a second later.
    private static Instant send(Desk desk) {
        Command.Head head = new Command.Head(
                new CommandId(UUID.randomUUID().toString()),
                desk.tables.revision(),
                Instant.now().plus(Duration.ofMinutes(1)));
        WallOrder order = WallOrder.scene(NIGHT, "夜班", null);
        desk.outbox
                .submit(new Aside.SendToWall(head, WallId.OWN, order, List.of()))
                .join();
        long end = System.nanoTime() + DEADLINE;
        while (true) {
            List<Instant> from = desk.stores.walls().find(WallId.OWN).stream()
                    .flatMap(w -> w.placements().stream())
                    .filter(p -> p.id().equals(head.id()))
                    .map(p -> p.from())
                    .toList();
            if (!from.isEmpty()) {
                return Instant.ofEpochSecond(from.getFirst().plusMillis(1499).getEpochSecond());
            }
            assertThat(System.nanoTime()).as("in time: it is sent").isLessThan(end);
            LockSupport.parkNanos(LOOK);
        }
    }

    private void until(String what, Computer left, Computer right, BooleanSupplier condition) throws IOException {
        long end = System.nanoTime() + DEADLINE;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                String logs = (Files.readString(log("left")) + Files.readString(log("right")));
                throw new AssertionError("not in time: " + what + "\nleft " + left.words + "\nright " + right.words
                        + "\n" + logs.substring(Math.max(0, logs.length() - 4000)));
            }
            LockSupport.parkNanos(LOOK);
        }
    }
}
