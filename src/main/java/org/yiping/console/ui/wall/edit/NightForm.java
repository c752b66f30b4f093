package org.yiping.console.ui.wall.edit;

import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.domain.wall.WallRules.Night;

/// When the wall is darker and how much. FX thread.
///
/// A night counts when both of its times are there and differ: half of one would darken the whole day. Until
/// then the form says so and the rules stay as they are; with both times cleared there is no night.
final class NightForm {
    private static final int FULL = 100;

    private final Messages messages;
    private final Consumer<@Nullable Night> put;
    private final Label incomplete = Nodes.whenSaid(Nodes.cut("", "t-yellow"));
    private @Nullable Night now;
    private TextField from = new TextField();
    private TextField until = new TextField();
    private TextField words = new TextField();
    private TextField pictures = new TextField();

    NightForm(Messages messages, Consumer<@Nullable Night> put) {
        this.messages = messages;
        this.put = put;
    }

    Region of(@Nullable Night night) {
        now = night;
        incomplete.setText("");
        from = field("scene.night-from", night == null ? "" : night.from().toString());
        until = field("scene.night-until", night == null ? "" : night.until().toString());
        words = field("scene.night-text", Integer.toString(night == null ? FULL : night.text()));
        pictures = field("scene.night-pictures", Integer.toString(night == null ? FULL : night.pictures()));
        return Nodes.column(
                "section",
                Nodes.row(
                        "line",
                        labelled("scene.night-from", from),
                        labelled("scene.night-until", until),
                        labelled("scene.night-text", words),
                        labelled("scene.night-pictures", pictures)),
                incomplete);
    }

    private TextField field(String key, String value) {
        TextField field = new TextField(value);
        field.setId(key.replace('.', '/'));
        field.setAccessibleText(messages.get(key));
        field.setOnAction(_ -> take());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                take();
            }
        });
        return field;
    }

    private Region labelled(String key, TextField field) {
        return Fields.labelled(messages.get(key), field);
    }

    /// What stands in all four fields, where that is a night or none.
    private void take() {
        Optional<LocalTime> begin = Fields.clock(typed(from));
        Optional<LocalTime> end = Fields.clock(typed(until));
        Optional<Integer> text = Fields.whole(typed(words), 30, FULL);
        Optional<Integer> light = Fields.whole(typed(pictures), 20, FULL);
        Fields.wrong(from, begin.isEmpty() && !typed(from).isEmpty());
        Fields.wrong(until, end.isEmpty() && !typed(until).isEmpty());
        Fields.wrong(words, text.isEmpty());
        Fields.wrong(pictures, light.isEmpty());
        boolean none = typed(from).isEmpty() && typed(until).isEmpty();
        boolean whole = begin.isPresent() && end.isPresent() && !begin.equals(end);
        boolean dark =
                text.filter(v -> v < FULL).or(() -> light.filter(v -> v < FULL)).isPresent();
        boolean lacks = none ? now == null && dark : !whole;
        incomplete.setText(lacks ? messages.get("scene.night-incomplete") : "");
        if (!lacks && text.isPresent() && light.isPresent()) {
            Night next = none ? null : new Night(begin.orElseThrow(), end.orElseThrow(), text.get(), light.get());
            if (!Objects.equals(next, now)) {
                put.accept(next);
            }
        }
    }

    private static String typed(TextField field) {
        return field.getText() == null ? "" : field.getText().strip();
    }
}
