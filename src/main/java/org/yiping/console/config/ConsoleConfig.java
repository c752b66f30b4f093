package org.yiping.console.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;

/// How this console was started; never changes while it runs. Immutable; any thread.
public record ConsoleConfig(
        URI server,
        @Nullable Account account,
        Path data,
        Windows windows,
        Locale language,
        @Nullable Path shots,
        Node node) {
    /// What this console shows and on which monitors, counted from 0, left to right and top to bottom.
    public record Windows(Mode mode, int firstScreen, int lastScreen) {}

    /// Which computer of which wall this is, and where its desktop's first pixel lies on the wall; absent where the
    /// platform is to find a place. Counts for a wall only.
    public record Node(String wall, NodeId id, NodeWord.@Nullable Corner at) {}

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
