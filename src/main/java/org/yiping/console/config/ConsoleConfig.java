package org.yiping.console.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How this console was started; never changes while it runs. Immutable; any thread.
public record ConsoleConfig(
        URI server,
        @Nullable Account account,
        Path data,
        Windows windows,
        Locale language,
        @Nullable Path shots) {
    /// What this console shows and on which monitors, counted from 0, left to right and top to bottom.
    public record Windows(Mode mode, int firstScreen, int lastScreen) {}

    /// What this console is in the hall.
    public enum Mode {
        WORKSTATION,
        WALL
    }

    /// Who signs in without being asked, as demos and walls do. The password stays in its file until it
    /// is needed.
    public record Account(String user, Path passwordFile, String post, String seat) {
        /// The first line of the file.
        public String password() throws IOException {
            try (var lines = Files.lines(passwordFile)) {
                return lines.findFirst().orElse("").strip();
            }
        }
    }
}
