package org.yiping.console.ui.wall.edit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallRules;

/// What the wall does by itself: which scene is due when, the night, and the room. FX thread.
final class RulesForm {
    private static final SceneId NONE = new SceneId("0");
    private static final int MOST_PIXELS = 16;

    private final ScenesModel model;
    private final Messages messages;
    private final Runnable changed;
    private final RoomForm room;
    private final ScheduleTable schedule;
    private final NightForm night;
    private final VBox inside = Nodes.column("form");
    private final ScrollPane root = Nodes.drawnStraight(new ScrollPane(inside));
    private List<Object> shown = List.of();

    RulesForm(ScenesModel model, Messages messages, Runnable changed) {
        this.model = model;
        this.messages = messages;
        this.changed = changed;
        room = new RoomForm(messages, next -> put(model.rules().room(next)));
        schedule = new ScheduleTable(messages, model::known, this::put);
        night = new NightForm(messages, next -> put(model.rules().night(next)));
        root.setFitToWidth(true);
        root.setFocusTraversable(false);
    }

    Region root() {
        return root;
    }

    void refresh() {
        WallRules rules = model.rules();
        List<Object> next = List.of(rules, model.computers());
        if (!next.equals(shown)) {
            shown = next;
            Fields.refill(inside, () -> fill(rules));
        }
    }

    private void fill(WallRules rules) {
        HBox which = Nodes.row(
                "line",
                scene(
                        "scene.standard",
                        rules.standard(),
                        false,
                        id -> rules.scenes(id == null ? rules.standard() : id, rules.onOpenDay(), rules.onAlarm())),
                scene(
                        "scene.open-day",
                        rules.onOpenDay(),
                        true,
                        id -> rules.scenes(rules.standard(), id, rules.onAlarm())),
                scene(
                        "scene.alarm",
                        rules.onAlarm(),
                        true,
                        id -> rules.scenes(rules.standard(), rules.onOpenDay(), id)),
                hand(rules));
        inside.getChildren()
                .setAll(
                        which,
                        Nodes.label(text("scene.schedule"), "section-title"),
                        schedule.of(rules),
                        Nodes.label(text("scene.night"), "section-title"),
                        night.of(rules.night()),
                        shift(rules),
                        Nodes.label(text("scene.room"), "section-title"),
                        room.of(rules.room(), model.computers()));
    }

    /// How long a scene stands that somebody chose at the wall.
    private Region hand(WallRules rules) {
        return Nodes.grow(Fields.labelled(
                text("scene.hand"), Fields.text("scene/hand", text("scene.hand"), Fields.words(rules.hand()), typed -> {
                    Optional<Duration> time = Fields.time(typed).filter(RulesForm::canStand);
                    time.filter(t -> !t.equals(rules.hand())).ifPresent(t -> put(rules.hand(t)));
                    return time.isPresent();
                })));
    }

    /// How far the picture wanders against burn-in, and how often it goes on; within what the wall's file may say.
    private Region shift(WallRules rules) {
        WallRules.Shift now = rules.shift();
        return Nodes.row(
                "line",
                field(
                        "scene.shift-pixels",
                        Integer.toString(now.pixels()),
                        typed -> Fields.whole(typed, 0, MOST_PIXELS)
                                .map(pixels -> new WallRules.Shift(pixels, now.every()))),
                field(
                        "scene.shift-every",
                        Fields.words(now.every()),
                        typed -> Fields.time(typed)
                                .filter(RulesForm::canStand)
                                .map(every -> new WallRules.Shift(now.pixels(), every))));
    }

    private Region field(String key, String value, Function<String, Optional<WallRules.Shift>> read) {
        return Nodes.grow(Fields.labelled(text(key), Fields.text(key.replace('.', '/'), text(key), value, typed -> {
            Optional<WallRules.Shift> next = read.apply(typed);
            next.filter(s -> !s.equals(model.rules().shift()))
                    .ifPresent(s -> put(model.rules().shift(s)));
            return next.isPresent();
        })));
    }

    /// As the wall's file has it.
    private static boolean canStand(Duration time) {
        return time.compareTo(Duration.ofMinutes(1)) >= 0 && time.compareTo(Duration.ofDays(1)) <= 0;
    }

    private Region scene(String key, @Nullable SceneId now, boolean may, Function<@Nullable SceneId, WallRules> made) {
        List<SceneId> all =
                new ArrayList<>(model.book().scenes().stream().map(s -> s.id()).toList());
        if (may) {
            all.addFirst(NONE);
        }
        return Nodes.grow(Fields.labelled(
                text(key),
                Fields.choice(
                        "scene/" + key.substring(key.indexOf('.') + 1),
                        text(key),
                        all,
                        now == null ? NONE : now,
                        this::title,
                        id -> put(made.apply(id.equals(NONE) ? null : id)))));
    }

    private String title(SceneId id) {
        return id.equals(NONE)
                ? text("scene.none")
                : model.book()
                        .find(id)
                        .map(s -> s.title().in(messages.locale().get()))
                        .orElse(id.value());
    }

    private void put(WallRules next) {
        model.changeRules(next);
        changed.run();
    }

    private String text(String key) {
        return messages.get(key);
    }
}
