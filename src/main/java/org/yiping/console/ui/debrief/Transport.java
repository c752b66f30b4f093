package org.yiping.console.ui.debrief;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.MomentLine;

/// Time line and buttons of a replay: play, hold, from event to event, how fast. FX thread.
final class Transport {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final ReplayModel replay;
    private final DebriefModel debriefs;
    private final DebriefWords words;
    private final MomentLine line;
    private final Label event = Nodes.cut("", "t-body");
    private final Label trouble = Nodes.whenSaid(Nodes.label("", "field-error"));
    private final KeyButton play;
    private final KeyButton before;
    private final KeyButton after;
    private final Map<Integer, KeyButton> speeds = new LinkedHashMap<>();
    private final VBox root;

    Transport(ReplayModel replay, DebriefModel debriefs, Hall hall, DebriefWords words) {
        this.replay = replay;
        this.debriefs = debriefs;
        this.words = words;
        line = new MomentLine(
                "debrief/line",
                words.text("debrief.line"),
                share -> replay.density().ifPresent(d -> replay.seek(d.at(share))),
                this::pin);
        play = button(hall, "play", words.text("debrief.play"), "P", replay::turn);
        before = button(hall, "previous", words.text("debrief.previous"), "J", replay::previous);
        after = button(hall, "next", words.text("debrief.next"), "L", replay::next);
        FlowPane buttons = new FlowPane(Orientation.HORIZONTAL);
        buttons.getStyleClass().add("past-buttons");
        buttons.getChildren().addAll(play, before, after);
        int digit = 1;
        for (int speed : ReplayClock.SPEEDS) {
            KeyButton each = button(
                    hall,
                    "speed-" + speed,
                    words.text("debrief.speed", speed),
                    Integer.toString(digit++),
                    () -> replay.speed(speed));
            each.getStyleClass().add("past-choice");
            speeds.put(speed, each);
            buttons.getChildren().add(each);
        }
        trouble.setWrapText(true);
        Label not = Nodes.label(words.text("debrief.not-replayed"), "t-second");
        not.setWrapText(true);
        root = Nodes.column("past-transport", event, line, buttons, trouble, not);
    }

    private static KeyButton button(Hall hall, String id, String said, String key, Runnable act) {
        KeyButton button = new KeyButton(hall.messages(), "debrief/" + id, said, key, act);
        button.setFocusTraversable(true);
        return button;
    }

    Region root() {
        return root;
    }

    void focus() {
        line.requestFocus();
    }

    private void pin(int which) {
        var all = debriefs.lines();
        if (which < all.size()) {
            replay.seek(all.get(which).comment().pin().moment());
        }
    }

    void refresh() {
        boolean any = replay.subject().isPresent();
        play.getStyleClass().remove("primary");
        if (any) {
            play.getStyleClass().add("primary");
        }
        words(play, words.text(replay.playing() ? "debrief.hold" : "debrief.play"));
        String no =
                !any ? words.text("debrief.none-chosen") : !replay.stands() ? words.text("debrief.not-here-yet") : "";
        allow(play, no.isEmpty() && replay.ended() ? words.text("debrief.ended") : no);
        allow(before, no);
        allow(after, no.isEmpty() && replay.ended() ? words.text("debrief.ended") : no);
        speeds.forEach((speed, button) -> button.pseudoClassStateChanged(SELECTED, speed == replay.speed()));
        event.setText(replay.latest()
                .map(e -> words.text("debrief.latest", words.event(e, replay.desk())))
                .orElse(any && replay.stands() ? words.text("debrief.latest-none") : ""));
        trouble.setText(trouble());
        replay.density()
                .ifPresentOrElse(
                        d -> line.show(moments(d), ends()), () -> line.show(MomentLine.Moments.NONE, List.of()));
    }

    private String trouble() {
        return replay.trouble().isEmpty()
                ? ""
                : replay.stands()
                        ? words.text(
                                "debrief.stands-at",
                                replay.trouble(),
                                words.names().stamp(replay.horizon()))
                        : replay.trouble();
    }

    private MomentLine.Moments moments(Density d) {
        return new MomentLine.Moments(
                IntStream.range(0, Density.PARTS).mapToObj(d::count).toList(),
                IntStream.range(0, Density.PARTS).mapToObj(d::isKnown).toList(),
                debriefs.lines().stream()
                        .map(l -> d.share(l.comment().pin().moment()))
                        .toList(),
                d.share(replay.now()));
    }

    private List<String> ends() {
        return replay.subject()
                .map(s -> {
                    var middle = s.since()
                            .plus(Duration.between(s.since(), s.until()).dividedBy(2));
                    return Stream.of(s.since(), middle, s.until())
                            .map(at -> words.names().shortMinute(at, s.since()))
                            .toList();
                })
                .orElse(List.of());
    }

    /// Said several times a second: what is the same costs nothing.
    static void words(KeyButton button, String said) {
        if (!said.equals(button.words())) {
            button.words(said);
        }
    }

    static void pending(KeyButton button, boolean now) {
        if (button.isPending() != now) {
            button.pending(now);
        }
    }

    static void allow(KeyButton button, String why) {
        if (!why.equals(button.reason())) {
            button.forbid(why);
        }
    }
}
