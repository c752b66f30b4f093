package org.yiping.console.ui.wall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.AgeText;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallScene.Shown;
import org.yiping.domain.wall.WallState;

/// What is sent to the wall, in words: what it is, whose, until when, and what became of it. FX thread.
final class OrderWords {
    /// As a scene's option `of` names them.
    static final List<String> FIGURES = List.of("filed", "closed", "on-time", "open", "over", "unanswered");

    private final Desk desk;
    private final Messages messages;
    private final Words words;

    OrderWords(Desk desk, Messages messages) {
        this.desk = desk;
        this.messages = messages;
        words = new Words(desk.stores(), messages);
    }

    String title(WallScene scene) {
        return scene.title().in(messages.locale().get());
    }

    String whole() {
        return text("desk.whole-wall");
    }

    String name(WallOrder order, WallBook book) {
        SceneId scene = order.scene();
        Shown panel = order.panel();
        if (scene != null) {
            return book.find(scene).map(this::title).orElse(scene.value());
        }
        return panel == null ? "" : name(panel);
    }

    String name(Shown panel) {
        return switch (panel.panel()) {
            case MAP -> text(panel.options().containsKey("view") ? "desk.panel-view" : "desk.panel-map");
            case FIGURES -> text("desk.panel-figures");
            case FIGURE -> figure(panel.option("of", ""));
            case CAMERAS -> cameras(panel);
            case URGENT -> text("desk.panel-urgent", panel.option("number", "1"));
            case CASE ->
                panel.about()
                        .map(id -> found(id).map(words::name).orElse(text("desk.case-unknown")))
                        .orElse(text("desk.panel-case"));
            case ALARMS -> text("desk.panel-alarms");
            case CLOCK -> text("desk.panel-clock");
            case TITLE -> text("desk.panel-title");
            case RANKING, MIX, WEEK_HEAT, DURATIONS, TREND, FORECAST, PLACES, PATTERN ->
                text("scene.panel." + panel.panel().word());
        };
    }

    /// What tells it from others of its name.
    String note(Shown panel) {
        return switch (panel.panel()) {
            case CASE -> panel.about().flatMap(this::found).map(words::place).orElse("");
            case CAMERAS ->
                desk.stores()
                        .cameras()
                        .find(new CameraId(panel.option("cameras", "-").split(",", -1)[0]))
                        .map(c -> text(
                                c.state().online()
                                        ? "desk.camera-online"
                                        : c.state().offline() ? "desk.camera-offline" : "desk.camera-unknown"))
                        .orElse("");
            default -> "";
        };
    }

    private Optional<Case> found(CaseId id) {
        return desk.stores().cases().find(id);
    }

    private String figure(String code) {
        return switch (code) {
            case "filed" -> text("wall.filed");
            case "closed" -> text("wall.closed");
            case "on-time" -> text("wall.on-time");
            case "open" -> text("wall.open");
            case "over" -> text("wall.over");
            case "unanswered" -> text("wall.unanswered");
            default -> code;
        };
    }

    private String cameras(Shown panel) {
        String ids = panel.option("cameras", "");
        String[] all = ids.split(",", -1);
        if (ids.isEmpty() || all.length > 1) {
            int side = panel.number("side", Shares.SIDE);
            return text("desk.panel-cameras", ids.isEmpty() ? side * side : all.length);
        }
        return desk.stores()
                .cameras()
                .find(new CameraId(ids))
                .map(c -> c.name())
                .orElse(ids);
    }

    /// Whose it is; an alarm's is nobody's.
    String who(Placement p) {
        return p.alarm() == null ? who(p.by()) : text("desk.by-alarm");
    }

    /// A person the console does not know is called by the post.
    String who(@Nullable Actor by) {
        if (by == null) {
            return text("desk.by-itself");
        }
        boolean own = desk.me().map(m -> m.actor().person().equals(by.person())).orElse(false);
        return own ? text("desk.by-me") : words.post(by.post()) + " " + words.person(by.person());
    }

    /// When it goes and how long that is from now.
    String until(Placement p, Instant now) {
        Instant until = p.until();
        return until == null
                ? text("desk.no-end")
                : text("desk.until", words.minute(until), AgeText.of(Duration.between(now, until), messages));
    }

    /// Which scene stands, and what lies over it.
    String standing(WallScene scene, List<Placement> sent, boolean told, WallScene.Grid monitors) {
        String shape = text(told ? "desk.shape" : "desk.shape-unknown", monitors.columns(), monitors.rows());
        return text("desk.standing", title(scene), sent.size(), shape);
    }

    /// What else there is to say of the scene on the wall: that it is not the one due, or none this desk has.
    String otherwise(@Nullable WallScene dueInstead, @Nullable SceneId unknown) {
        return (unknown == null ? "" : text("desk.scene-unknown", unknown.value()))
                + (dueInstead == null ? "" : text("desk.due-instead", title(dueInstead)));
    }

    /// What stands somewhere, whose and until when: what the next one has to know.
    String stands(Placement p, Instant now) {
        return text("desk.stands", who(p), p.order().reason(), until(p, now));
    }

    String place(String letters) {
        return letters.isEmpty() ? text("desk.place-unknown") : text("desk.place", letters);
    }

    String pictureAge(Duration age) {
        return messages.get("desk.picture-age", AgeText.of(age, messages));
    }

    /// Why nothing is shown on a monitor.
    String lost(MiniStands.Lost lost, Instant now) {
        NodeId node = lost.node();
        Instant since = lost.since();
        return node == null
                ? text("desk.lost-monitor")
                : text(
                        "desk.lost-node",
                        node.value(),
                        since == null ? "" : AgeText.of(Duration.between(since, now), messages));
    }

    String notShown() {
        return text("desk.not-shown");
    }

    String underWay() {
        return text("desk.under-way");
    }

    /// 0 is without an end.
    String time(int seconds) {
        return seconds == 0
                ? text("desk.for-ever")
                : seconds % 3600 == 0 ? text("desk.for-hours", seconds / 3600) : text("desk.for-minutes", seconds / 60);
    }

    /// `10:42 值班长 投送`.
    String did(WallState.Change change) {
        String what = switch (change.what()) {
            case "sent" -> text("desk.did-sent");
            case "replaced" -> text("desk.did-replaced");
            case "moved" -> text("desk.did-moved");
            case "taken" -> text("desk.did-taken");
            case "returned" -> text("desk.did-returned");
            case "alarm" -> text("desk.did-alarm");
            case "waits" -> text("desk.did-waits");
            case "answered" -> text("desk.did-answered");
            default -> change.what();
        };
        return text("desk.did", words.minute(change.at()), who(change.by()), what);
    }

    private String text(String key, Object... args) {
        return messages.get(key, args);
    }
}
