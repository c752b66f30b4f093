package org.yiping.console.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.prism.GraphicsPipeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.control.Toolkit;

/// The memory that is shared with the X server is there before a window is, and one piece serves all.
class UploadRoomTest {
    @Test
    void aPictureViewKeepsRoomForAsMuchAsAScreenShows() {
        Toolkit.start();
        Toolkit.onFx(() -> {
            assumeTrue(System.getProperty("glass.platform", "gtk").equals("gtk"));
            assumeTrue(GraphicsPipeline.getPipeline().isUploading());
            new OpaqueView();
            assertThat(UploadRoom.keep()).isTrue();
            Rectangle2D screen = Screen.getPrimary().getBounds();
            List<Long> shared = shared();
            assumeTrue(!shared.isEmpty()); // an X server elsewhere shares none
            assertThat(shared).anyMatch(bytes -> bytes >= 4 * screen.getWidth() * screen.getHeight());
            new OpaqueView();
            assertThat(shared()).isEqualTo(shared);
            return true;
        });
    }

    /// The sizes of what this process shares by System V.
    private static List<Long> shared() {
        try (var lines = Files.lines(Path.of("/proc/self/maps"))) {
            return lines.filter(line -> line.contains("/SYSV"))
                    .map(line -> line.substring(0, line.indexOf(' ')).split("-", -1))
                    .map(ends -> Long.parseLong(ends[1], 16) - Long.parseLong(ends[0], 16))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
