package org.yiping.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.needs.NeedsProgram;

/// The session of a wall's machine with made-up programs around it: which it calls, in what order and with what words.
///
/// Its two seconds are a program too (`sleep`): each of them lets something happen to the monitors, the last one ends
/// the window manager and with it the session.
@NeedsProgram("mkfifo")
class WallSessionTest {
    private static final String ONE = """
            Screen 0: minimum 320 x 200, current 1920 x 1080, maximum 16384 x 16384
            DP-1 connected primary 1920x1080+0+0 (normal left inverted right) 527mm x 296mm
               1920x1080     60.00*+
            DP-2 disconnected (normal left inverted right x axis y axis)
            """;
    private static final String TWO =
            ONE.replace("DP-2 disconnected (normal", "DP-2 connected (normal") + "   1920x1080     60.00 +\n";
    private static final String PULLED =
            ONE.replace("DP-2 disconnected (normal", "DP-2 disconnected 1920x1080+1920+0 (normal");

    @TempDir
    private Path root;

    @BeforeEach
    void surroundings() throws Exception {
        Path session = Files.createDirectories(root.resolve("lib/wall-session"));
        Files.createDirectory(root.resolve("bin"));
        Files.copy(Path.of("packaging/wall-session/session.sh"), session.resolve("session.sh"));
        assertThat(new ProcessBuilder("mkfifo", path("end"), path("up")).start().waitFor())
                .isZero();
        monitors(ONE);
        program("xset", "");
        program("xsetroot", "");
        program("openbox", "echo up >up & read -r over <end");
        program("xrandr", """
                case "$*" in --query | --current) cat monitors ;; *spoilt*) exit 1 ;; esac
                """);
        program("yiping-wall", "echo over >end");
        // as systemd does: whoever waits for a restart waits for the window manager, without which nothing comes up
        program("systemctl", """
                case "$*" in
                    *--no-block*) ;;
                    *restart*) read -r manager <up ;;
                esac
                """);
        sleeps("echo over >end");
    }

    private String path(String name) {
        return root.resolve(name).toString();
    }

    private void monitors(String text) throws IOException {
        Files.writeString(root.resolve("monitors"), text);
    }

    private void screens(String text) throws IOException {
        Files.writeString(root.resolve("screens"), text);
    }

    private void program(String name, String lines) throws IOException {
        Path file = root.resolve("bin").resolve(name);
        Files.writeString(file, "#!/bin/sh\ncd '" + root + "'\necho \"" + name + " $*\" >>calls\n" + lines + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /// What happens after each two seconds, the last of it again and again.
    private void sleeps(String... each) throws IOException {
        StringBuilder lines = new StringBuilder("case $(grep -c '^sleep' calls) in\n");
        for (int i = 0; i < each.length; i++) {
            lines.append(i == each.length - 1 ? "*" : i + 1)
                    .append(") ")
                    .append(each[i])
                    .append(" ;;\n");
        }
        program("sleep", lines.append("esac").toString());
    }

    /// What was called until the session ended.
    private List<String> run() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", path("lib/wall-session/session.sh"))
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("said").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("PATH", root.resolve("bin") + ":" + environment.get("PATH"));
        environment.put("YIPING_WALL_SCREENS", path("screens"));
        Process session = builder.start();
        try {
            assertThat(session.waitFor(30, TimeUnit.SECONDS))
                    .as("it ends with its window manager; %s", Files.readAllLines(root.resolve("calls")))
                    .isTrue();
        } finally {
            session.destroyForcibly();
            orphans();
        }
        return Files.readAllLines(root.resolve("calls"));
    }

    /// What its loops had just called when it ended.
    private void orphans() {
        List<ProcessHandle> left;
        do {
            left = ProcessHandle.allProcesses()
                    .filter(p -> p.info().commandLine().orElse("").contains(root.toString()))
                    .toList();
            left.forEach(ProcessHandle::destroyForcibly);
            left.forEach(p -> p.onExit().join());
        } while (!left.isEmpty());
    }

    private static List<String> arranged(List<String> calls) {
        return calls.stream()
                .filter(c -> c.startsWith("xrandr --output"))
                .map(c -> c.substring("xrandr ".length()).strip())
                .toList();
    }

    @Test
    void theWallIsShapedAsItsFileSaysBeforeAnythingShows() throws Exception {
        screens("""
                # three columns
                --output DP-1 --mode 1920x1080 --pos 0x0
                --output DP-2 --mode 1920x1080 --pos 1920x0 # the right one
                """);
        monitors(TWO);
        List<String> calls = run();
        String shape = "--output DP-1 --mode 1920x1080 --pos 0x0 --output DP-2 --mode 1920x1080 --pos 1920x0";
        assertThat(arranged(calls)).containsExactly(shape);
        assertThat(calls)
                .containsSubsequence(
                        "xrandr " + shape,
                        "openbox --sm-disable --config-file " + path("lib/wall-session/openbox.xml"));
    }

    @Test
    void aMonitorThatWakesLaterIsLitWithinTwoSecondsAndWhatStaysIsLeftAlone() throws Exception {
        screens("--output DP-1 --auto --output DP-2 --auto --right-of DP-1");
        Files.writeString(root.resolve("two"), TWO);
        sleeps("true", "cp two monitors", "true", "echo over >end");
        assertThat(arranged(run()))
                .containsExactly(
                        "--output DP-1 --auto --output DP-2 --auto --right-of DP-1",
                        "--output DP-1 --auto --output DP-2 --auto --right-of DP-1");
    }

    @Test
    void aMonitorThatIsPulledGivesItsPlaceOnTheDesktopBack() throws Exception {
        monitors(TWO);
        Files.writeString(root.resolve("pulled"), PULLED);
        sleeps("cp pulled monitors", "echo over >end");
        assertThat(arranged(run()))
                .containsExactly(
                        "--output DP-1 --auto --output DP-2 --auto --right-of DP-1",
                        "--output DP-2 --off",
                        "--output DP-1 --auto");
    }

    @Test
    void oneMonitorThatSpoilsTheOrderLeavesNoOtherDark() throws Exception {
        screens("--output DP-1 --mode 1920x1080 --pos 0x0 --output DP-2 --mode spoilt --pos 1920x0");
        assertThat(arranged(run()))
                .containsExactly(
                        "--output DP-1 --mode 1920x1080 --pos 0x0 --output DP-2 --mode spoilt --pos 1920x0",
                        "--output DP-1 --mode 1920x1080 --pos 0x0",
                        "--output DP-2 --mode spoilt --pos 1920x0");
        assertThat(Files.readString(root.resolve("said"))).contains("not lit: --output DP-2");
    }

    @Test
    void systemdsUnitIsNotWaitedForAndHasNoSecondWatchdogBesideIt() throws Exception {
        List<String> calls = run();
        assertThat(calls)
                .containsSubsequence(
                        "systemctl --user show-environment",
                        "systemctl --user import-environment DISPLAY XAUTHORITY",
                        "systemctl --user restart --no-block yiping-wall.service");
        assertThat(calls).noneMatch(c -> c.startsWith("yiping-wall"));
    }

    @Test
    void aUnitThatSystemdRefusesIsSaidAndStartsNoSecondWatchdog() throws Exception {
        program("systemctl", "case \"$*\" in *restart*) exit 1 ;; esac");
        assertThat(run()).noneMatch(c -> c.startsWith("yiping-wall"));
        assertThat(Files.readString(root.resolve("said"))).contains("systemd does not start yiping-wall.service");
    }

    @Test
    void withoutSystemdOfTheUserTheWatchdogIsStartedHere() throws Exception {
        program("systemctl", "exit 1");
        sleeps("true"); // the watchdog ends the session
        assertThat(run()).contains("yiping-wall --daily 04:00-04:20 -- @/etc/yiping/wall");
    }
}
