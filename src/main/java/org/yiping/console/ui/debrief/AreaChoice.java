package org.yiping.console.ui.debrief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;

/// The whole city or an area of it. FX thread.
final class AreaChoice {
    private static final Set<String> LEVELS = Set.of("district", "street");

    private final DebriefWords words;
    private final ComboBox<Choice> box = new ComboBox<>();
    private boolean filling;

    /// Absent is the whole city.
    private record Choice(@Nullable AreaCode code, String said) {
        @Override
        public String toString() {
            return said;
        }
    }

    /// `chosen` is told when a hand chose.
    AreaChoice(DebriefWords words, Runnable chosen) {
        this.words = words;
        box.setId("debrief/area");
        box.setAccessibleText(words.text("debrief.area"));
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().subscribe(_ -> {
            if (!filling) {
                chosen.run();
            }
        });
    }

    ComboBox<?> root() {
        return box;
    }

    void fill() {
        filling = true;
        Choice before = box.getValue();
        List<Choice> all = new ArrayList<>();
        all.add(new Choice(null, words.text("debrief.whole-city")));
        words.desk()
                .stores()
                .areas()
                .rows()
                .values()
                .filter(a -> LEVELS.contains(a.level()))
                .sorted(Comparator.comparing((Area a) -> a.code().value()))
                .forEach(a -> all.add(new Choice(a.code(), a.name())));
        if (!box.getItems().equals(all)) {
            box.getItems().setAll(all);
        }
        box.setValue(before != null && all.contains(before) ? before : all.getFirst());
        filling = false;
    }

    void whole() {
        filling = true;
        if (!box.getItems().isEmpty()) {
            box.setValue(box.getItems().getFirst());
        }
        filling = false;
    }

    @Nullable
    AreaCode code() {
        Choice choice = box.getValue();
        return choice == null ? null : choice.code();
    }
}
