package org.yiping.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.needs.NeedsProgram;

/// A wall's program with made-up programs of the desktop around it, in a process of its own: Java looks for programs
/// where its own process was told to.
@NeedsProgram("mkfifo")
@Timeout(60)
class AwakeTest {
    private static final String HELD =
            "systemd-inhibit --what=idle:sleep:handle-lid-switch --who=Yiping --why=display wall cat";

    @TempDir
    private Path root;

    private final List<Process> started = new ArrayList<>();
    private final List<String> logged = new ArrayList<>();

    /// The wall as far as it keeps awake: says when it holds and lets go at the next line.
    public static final class Wall {
        private Wall() {}

        public static void main(String[] arguments) throws IOException {
            try (Awake _ = Awake.begin(Runnable::run, Boolean.parseBoolean(arguments[0]))) {
                System.out.println("holds");
                if (System.in.read() < 0) {
                    return;
                }
            }
            System.out.println("let go");
            int _ = System.in.read(); // alive all the same
        }
    }

    @BeforeEach
    void programs() throws Exception {
        Files.createDirectory(root.resolve("bin"));
        assertThat(new ProcessBuilder("mkfifo", root.resolve("end").toString())
                        .start()
                        .waitFor())
                .isZero();
        program("xset", "");
        // its word holds as long as what it started lives, which ends with its input
        program("systemd-inhibit", "trap '' TERM; cat >/dev/null; echo over >>calls; echo over >end");
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void theDisplayIsAskedAndSleepIsHeldUntilTheWallCloses() throws Exception {
        Process wall = wall(true);
        assertThat(said(wall)).isEqualTo("holds");
        assertThat(calls()).containsExactly("xset s off", "xset s noblank", "xset -dpms", HELD);

        wall.outputWriter().write("\n");
        wall.outputWriter().flush();
        assertThat(said(wall)).isEqualTo("let go");
        assertThat(Files.readString(root.resolve("end"))).isEqualTo("over\n");
        assertThat(wall.isAlive()).isTrue();
    }

    @Test
    void whatIsHeldEndsWithTheProgramHoweverThatEnds() throws Exception {
        Process wall = wall(true);
        assertThat(said(wall)).isEqualTo("holds");
        assertThat(calls()).doesNotContain("over");

        wall.destroyForcibly();
        assertThat(Files.readString(root.resolve("end"))).isEqualTo("over\n");
    }

    @Test
    void aDisplayThatOthersUseKeepsItsScreenSaver() throws Exception {
        assertThat(said(wall(false))).isEqualTo("holds");
        assertThat(calls()).containsExactly(HELD);
    }

    @Test
    void aMachineWithoutThesePrograms() throws Exception {
        Files.delete(root.resolve("bin/xset"));
        Files.delete(root.resolve("bin/systemd-inhibit"));
        assertThat(said(wall(true))).as("it shows all the same").isEqualTo("holds");
        assertThat(logged)
                .anyMatch(l -> l.contains("not to be had here: xset s off"))
                .anyMatch(l -> l.contains("this machine may sleep while the wall runs"));
    }

    private Process wall(boolean own) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Wall.class.getName(),
                        Boolean.toString(own))
                .redirectErrorStream(true);
        // sh, cat and echo are found where they always are, xset and systemd-inhibit here or nowhere
        builder.environment().put("PATH", root.resolve("bin").toString());
        Process wall = builder.start();
        started.add(wall);
        return wall;
    }

    /// Its next word; what it logs stands between.
    private String said(Process wall) throws IOException {
        String line = wall.inputReader().readLine();
        while (line != null && !line.equals("holds") && !line.equals("let go")) {
            logged.add(line);
            line = wall.inputReader().readLine();
        }
        return String.valueOf(line);
    }

    private List<String> calls() throws IOException {
        Path calls = root.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private void program(String name, String lines) throws IOException {
        Path file = root.resolve("bin").resolve(name);
        Files.writeString(
                file,
                "#!/bin/sh\nPATH=/usr/bin:/bin\ncd '" + root + "'\necho \"" + name + " $*\" >>calls\n" + lines + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
