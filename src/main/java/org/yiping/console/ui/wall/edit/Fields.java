package org.yiping.console.ui.wall.edit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Nodes;

/// The inputs of the scene editor's forms. FX thread; stateless.
///
/// What is typed counts when the hand leaves the field or presses Enter; what cannot be meant stays, marked, and
/// changes nothing.
final class Fields {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,5}) *([smh]?)");

    private Fields() {}

    /// `take` says whether the words can be meant.
    static TextField text(String id, String name, String value, Predicate<String> take) {
        TextField field = new TextField(value);
        field.setId(id);
        field.setAccessibleText(name);
        field.setOnAction(_ -> commit(field, value, take));
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                commit(field, value, take);
            }
        });
        return field;
    }

    private static void commit(TextField field, String before, Predicate<String> take) {
        String typed = field.getText() == null ? "" : field.getText().strip();
        wrong(field, !typed.equals(before) && !take.test(typed));
    }

    /// Marks what cannot be meant.
    static void wrong(TextField field, boolean wrong) {
        field.pseudoClassStateChanged(DANGER, wrong);
    }

    static <T> ComboBox<T> choice(
            String id, String name, List<T> all, @Nullable T now, Function<T, String> words, Consumer<T> take) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(name);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public @Nullable T fromString(String typed) {
                return null; // chosen, never typed
            }
        });
        box.getItems().setAll(all);
        box.setValue(now);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnAction(_ -> {
            T chosen = box.getValue();
            if (chosen != null && !chosen.equals(now)) {
                take.accept(chosen);
            }
        });
        return box;
    }

    static VBox labelled(String name, Region field) {
        VBox box = Nodes.column("section", Nodes.cut(name, "field-label"), field);
        box.setMinWidth(0);
        return box;
    }

    /// 30s, 10m or 2h; a bare number is seconds.
    static Optional<Duration> time(String typed) {
        Matcher m = TIME.matcher(typed);
        if (!m.matches()) {
            return Optional.empty();
        }
        long unit = switch (m.group(2)) {
            case "m" -> 60;
            case "h" -> 3600;
            default -> 1;
        };
        return Optional.of(Duration.ofSeconds(Long.parseLong(m.group(1)) * unit));
    }

    /// As it is typed, in its largest whole unit.
    static String words(Duration time) {
        long s = time.toSeconds();
        return s % 3600 == 0 ? s / 3600 + "h" : s % 60 == 0 ? s / 60 + "m" : s + "s";
    }

    /// 7:30 or 07:30.
    static Optional<LocalTime> clock(String typed) {
        try {
            String plain = typed.replace('：', ':');
            return Optional.of(LocalTime.parse(plain.length() == 4 ? "0" + plain : plain));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// A number within bounds.
    static Optional<Double> number(String typed, double least, double most) {
        try {
            double value = Double.parseDouble(typed);
            return value >= least && value <= most ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// A whole number within bounds.
    static Optional<Integer> whole(String typed, int least, int most) {
        return number(typed, least, most).filter(v -> v == Math.rint(v)).map(Double::intValue);
    }

    /// Without a point where there is nothing behind it.
    static String words(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /// Fills a form anew; the hand stays in the field of the same name.
    static void refill(Parent form, Runnable fill) {
        Node owner = form.getScene() == null ? null : form.getScene().getFocusOwner();
        String id = owner != null && within(form, owner) ? owner.getId() : null;
        fill.run();
        if (id != null) {
            find(form, id).ifPresent(Node::requestFocus);
        }
    }

    private static boolean within(Parent form, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(form)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Node> find(Parent form, String id) {
        for (Node child : form.getChildrenUnmodifiable()) {
            if (id.equals(child.getId())) {
                return Optional.of(child);
            }
            if (child instanceof Parent parent) {
                Optional<Node> found = find(parent, id);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
