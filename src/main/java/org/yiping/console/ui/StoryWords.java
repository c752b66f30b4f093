package org.yiping.console.ui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.yiping.console.fx.Messages;
import org.yiping.domain.hall.Story;

/// What is said at each step of the open day's story, at the desk that tells it and on the wall. Steps count from 1; at
/// 0, where nothing is told, and beyond the last nothing is said. Immutable; any thread.
public final class StoryWords {
    private static final String KEYS = "story.";

    private final Story story = shipped();
    private final Messages messages;

    public StoryWords(Messages messages) {
        this.messages = messages;
    }

    private static Story shipped() {
        try (InputStream in =
                        Objects.requireNonNull(StoryWords.class.getResourceAsStream(Story.SHIPPED), Story.SHIPPED);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return Story.parse(lines.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int steps() {
        return story.steps().size();
    }

    public String title(int step) {
        return isTold(step) ? messages.get("storybar.step", step, steps()) : "";
    }

    public String caption(int step) {
        return isTold(step) ? messages.get(KEYS + story.steps().get(step - 1).key()) : "";
    }

    private boolean isTold(int step) {
        return step >= 1 && step <= steps();
    }
}
