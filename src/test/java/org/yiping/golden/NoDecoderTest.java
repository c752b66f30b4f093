package org.yiping.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.city.CityFolder;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.console.ui.shell.Monitor;
import org.yiping.console.ui.shell.Shell;
import org.yiping.console.video.Video;
import org.yiping.needs.NeedsDisplay;
import org.yiping.simulator.city.CityGenerator;

/// A machine without libvlc: the tiles say so in words, and everything else is as ever.
@NeedsDisplay
class NoDecoderTest {
    @TempDir
    static Path folder;

    @Test
    void everyTileSaysSoAndFiguresQueueAndCaseAreThere() throws IOException {
        Toolkit.start();
        Path files = Files.createDirectories(folder.resolve("city"));
        new CityGenerator(20260311).write(files);
        Messages messages = new Messages(Locale.SIMPLIFIED_CHINESE);
        Seat seat = Toolkit.onFx(() -> new Seat(Condition.NORMAL, new CityFolder(files), messages));
        Shell shell = Toolkit.onFx(() -> {
            seat.pick("to-dispatch");
            Shell made = new Shell(seat.desk, seat.hall, seat.panels(new Video.Missing("no libvlc here").player()));
            made.open(List.of(new Monitor(0, 0, 1366, 768)), () -> {});
            return made;
        });

        List<String> video = words(shell, seat, "video");
        assertThat(video.stream().filter(messages.get("camera.no-decoder")::equals))
                .hasSize(9);
        assertThat(video.stream().filter(messages.get("camera.no-decoder-words")::equals))
                .hasSize(9);
        assertThat(video).contains("286", "97.4");
        List<String> workbench = words(shell, seat, "workbench");
        assertThat(workbench).anyMatch(w -> w.startsWith("超 ")).contains("18");

        Toolkit.onFx(() -> {
            shell.close();
            return true;
        });
    }

    /// What is written in labels that can be seen.
    private static List<String> words(Shell shell, Seat seat, String page) {
        Scene scene = Toolkit.onFx(() -> {
            shell.ask("workbench", page);
            return shell.scenes().getFirst().scene();
        });
        Camera.picture(scene, seat, page.equals("video") ? 60 : 2);
        return Toolkit.onFx(() -> Tree.of(scene.getRoot())
                .filter(Labeled.class::isInstance)
                .map(n -> ((Labeled) n).getText())
                .filter(Objects::nonNull)
                .toList());
    }
}
