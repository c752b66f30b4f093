package org.yiping.console.ui.control;

import java.util.List;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// A grade (等级): its letter on its colour, never colour alone; a dash in a dashed frame where there is none. JavaFX
/// thread.
public final class GradeBadge extends Label {
    private static final List<String> PLACES = List.of("a", "b", "c", "d", "e");

    public GradeBadge() {
        getStyleClass().add("grade");
        Words.keep(this);
        show(null, 0);
    }

    /// `place` counts from the best grade, 0; the city calls its grades as it likes.
    public void show(@Nullable String letter, int place) {
        getStyleClass().removeAll(PLACES);
        getStyleClass().remove("none");
        getStyleClass().add(letter == null ? "none" : PLACES.get(Math.clamp(place, 0, PLACES.size() - 1)));
        setText(letter == null ? "—" : letter);
    }
}
