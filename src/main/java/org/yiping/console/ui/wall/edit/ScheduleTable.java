package org.yiping.console.ui.wall.edit;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallRules.Due;

/// Which scene is due when, a line each; the first line that holds counts, so lines can change places. FX thread.
final class ScheduleTable {
    private final Messages messages;
    private final Supplier<Set<SceneId>> known;
    private final Consumer<WallRules> put;

    /// `known` are the scenes there are.
    ScheduleTable(Messages messages, Supplier<Set<SceneId>> known, Consumer<WallRules> put) {
        this.messages = messages;
        this.known = known;
        this.put = put;
    }

    Region of(WallRules rules) {
        KeyButton more = new KeyButton(messages, "scene/add-due", text("scene.add-due"), "", () -> add(rules)).low();
        return Nodes.column("section", table(rules), new HBox(more));
    }

    private Region table(WallRules rules) {
        GridPane table = new GridPane();
        table.getStyleClass().add("scene-schedule");
        String[] heads = {
            "scene.due.scenes",
            "scene.due.every",
            "scene.due.days",
            "scene.due.weekdays",
            "scene.due.from",
            "scene.due.until"
        };
        for (int i = 0; i < heads.length; i++) {
            table.add(Nodes.label(text(heads[i]), "field-label"), i, 0);
        }
        for (int i = 0; i < rules.schedule().size(); i++) {
            line(table, rules, i);
        }
        return table;
    }

    private void line(GridPane table, WallRules rules, int index) {
        Due due = rules.schedule().get(index);
        table.addRow(
                index + 1,
                field(
                        rules,
                        index,
                        "scenes",
                        ids(due.scenes()),
                        t -> scenes(t)
                                .map(s -> new Due(
                                        s, due.weekdays(), due.days(), due.from(), due.until(), every(s, due)))),
                field(
                        rules,
                        index,
                        "every",
                        due.every().isZero() ? "" : Fields.words(due.every()),
                        t -> every(t, due)
                                .map(e ->
                                        new Due(due.scenes(), due.weekdays(), due.days(), due.from(), due.until(), e))),
                Fields.choice(
                        "scene/due-days-" + index,
                        text("scene.due.days"),
                        List.of(WallRules.Days.values()),
                        due.days(),
                        d -> text("scene.days." + d.name().toLowerCase(Locale.ROOT)),
                        d -> put(
                                rules,
                                index,
                                new Due(due.scenes(), due.weekdays(), d, due.from(), due.until(), due.every()))),
                field(
                        rules,
                        index,
                        "weekdays",
                        days(due.weekdays()),
                        t -> weekdays(t)
                                .map(w -> new Due(due.scenes(), w, due.days(), due.from(), due.until(), due.every()))),
                field(
                        rules,
                        index,
                        "from",
                        due.from().toString(),
                        t -> Fields.clock(t)
                                .map(c -> new Due(
                                        due.scenes(), due.weekdays(), due.days(), c, due.until(), due.every()))),
                field(
                        rules,
                        index,
                        "until",
                        due.until().toString(),
                        t -> Fields.clock(t)
                                .map(c ->
                                        new Due(due.scenes(), due.weekdays(), due.days(), due.from(), c, due.every()))),
                new KeyButton(messages, "scene/due-up-" + index, text("scene.due.up"), "", () -> up(rules, index))
                        .low(),
                new KeyButton(messages, "scene/due-drop-" + index, text("scene.due.drop"), "", () -> drop(rules, index))
                        .low());
    }

    private Region field(WallRules rules, int index, String name, String value, Function<String, Optional<Due>> made) {
        return Fields.text("scene/due-" + name + "-" + index, text("scene.due." + name), value, typed -> {
            Optional<Due> next = made.apply(typed);
            next.ifPresent(d -> put(rules, index, d));
            return next.isPresent();
        });
    }

    private void add(WallRules rules) {
        List<Due> all = new ArrayList<>(rules.schedule());
        all.add(new Due(
                List.of(rules.standard()),
                List.of(),
                WallRules.Days.ANY,
                LocalTime.of(8, 0),
                LocalTime.of(20, 0),
                Duration.ZERO));
        put.accept(rules.schedule(all));
    }

    private void up(WallRules rules, int index) {
        if (index > 0) {
            List<Due> all = new ArrayList<>(rules.schedule());
            all.add(index - 1, all.remove(index));
            put.accept(rules.schedule(all));
        }
    }

    private void drop(WallRules rules, int index) {
        List<Due> all = new ArrayList<>(rules.schedule());
        all.remove(index);
        put.accept(rules.schedule(all));
    }

    private void put(WallRules rules, int index, Due due) {
        List<Due> all = new ArrayList<>(rules.schedule());
        all.set(index, due);
        put.accept(rules.schedule(all));
    }

    private Optional<List<SceneId>> scenes(String typed) {
        List<String> words =
                Arrays.stream(typed.split("[,，\\s]+")).filter(w -> !w.isEmpty()).toList();
        return !words.isEmpty()
                        && known.get().stream().map(SceneId::value).toList().containsAll(words)
                ? Optional.of(words.stream().map(SceneId::new).toList())
                : Optional.empty();
    }

    /// Several scenes in turn need a time for each.
    private static Duration every(List<SceneId> scenes, Due due) {
        return scenes.size() > 1 && due.every().isZero() ? Duration.ofMinutes(2) : due.every();
    }

    private static Optional<Duration> every(String typed, Due due) {
        return typed.isEmpty() && due.scenes().size() == 1
                ? Optional.of(Duration.ZERO)
                : Fields.time(typed).filter(t -> t.toSeconds() >= 10 && t.toSeconds() <= 86_400);
    }

    private static String ids(List<SceneId> scenes) {
        return scenes.stream().map(SceneId::value).collect(Collectors.joining(", "));
    }

    /// By the numbers of the days: 1 is Monday.
    private static String days(List<DayOfWeek> days) {
        return days.stream().map(d -> Integer.toString(d.getValue())).collect(Collectors.joining(" "));
    }

    private static Optional<List<DayOfWeek>> weekdays(String typed) {
        String digits = typed.replaceAll("[,，\\s]", "");
        return digits.matches("[1-7]*")
                ? Optional.of(digits.chars()
                        .mapToObj(c -> DayOfWeek.of(c - '0'))
                        .distinct()
                        .toList())
                : Optional.empty();
    }

    private String text(String key) {
        return messages.get(key);
    }
}
