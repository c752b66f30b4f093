package org.yiping.console.ui.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.AgeText;
import org.yiping.domain.casework.CaseClock;

/// The ladder of clocks (时钟与期限依据): a bar a stage over one axis of time, its limit dashed, now in blue. FX thread.
final class ClockLadder extends Pane {
    private static final int MOST = 6;
    /// Within five minutes marks a minute apart would say the same.
    private static final double FINE_SECONDS = 300;
    private static final int TICKS = 5;

    private final Messages messages;
    private final Words words;
    private final List<Bar> bars = new ArrayList<>();
    private final List<Label> ticks = new ArrayList<>();
    private final Region line = part("ladder-now");
    private final Label nowWord;
    private List<CaseClock> clocks = List.of();
    private Instant now = Instant.EPOCH;

    private record Bar(Region limit, Region used, Label label) {}

    ClockLadder(Messages messages, Words words) {
        this.messages = messages;
        this.words = words;
        nowWord = Nodes.keep(messages.get("case.now"), "t-age", "t-accent");
        getStyleClass().add("clock-ladder");
    }

    void show(List<CaseClock> all, Instant moment) {
        List<CaseClock> last = all.size() > MOST ? all.subList(all.size() - MOST, all.size()) : all;
        if (!last.equals(clocks)) {
            clocks = List.copyOf(last);
            rebuild();
        }
        now = moment;
        for (int i = 0; i < bars.size(); i++) {
            name(bars.get(i), clocks.get(i));
        }
        requestLayout();
    }

    private void rebuild() {
        getChildren().clear();
        bars.clear();
        ticks.clear();
        for (int i = 0; i < TICKS && !clocks.isEmpty(); i++) {
            ticks.add(Nodes.keep("", "t-age"));
        }
        getChildren().addAll(ticks);
        for (int i = 0; i < clocks.size(); i++) {
            Bar bar = new Bar(part("ladder-limit"), part("ladder-used"), Nodes.keep("", "t-second", "t-plain"));
            bars.add(bar);
            getChildren().addAll(bar.limit, bar.used, bar.label);
        }
        if (!clocks.isEmpty()) {
            getChildren().addAll(line, nowWord);
        }
        setMinHeight(Region.USE_PREF_SIZE);
    }

    private void name(Bar bar, CaseClock clock) {
        Instant end = clock.stoppedAt() == null ? now : clock.stoppedAt();
        bar.label.setText(messages.get(
                "case.ladder",
                words.stage(clock.stage()),
                AgeText.of(Duration.between(clock.startedAt(), end), messages),
                AgeText.of(Duration.between(clock.startedAt(), clock.dueAt()), messages)));
        String light = switch (clock.light(now)) {
            case YELLOW -> "soon";
            case RED -> "over";
            case GREEN, PAUSED, CLOSED, VOID, NONE -> clock.running() ? "calm" : "past";
        };
        for (String each : List.of("soon", "over", "calm", "past")) {
            bar.used.pseudoClassStateChanged(PseudoClass.getPseudoClass(each), each.equals(light));
        }
        bar.used.setAccessibleText(bar.label.getText());
    }

    @Override
    protected double computePrefHeight(double width) {
        return clocks.isEmpty() ? 0 : (clocks.size() * rowHeight()) + 2 * axisHeight();
    }

    private double rowHeight() {
        return Math.rint(em() * 1.7);
    }

    private double axisHeight() {
        return Math.rint(em() * 1.25);
    }

    private double em() {
        return nowWord.getFont().getSize() / 0.8462;
    }

    @Override
    protected void layoutChildren() {
        if (clocks.isEmpty() || getWidth() <= 0) {
            return;
        }
        Instant from = clocks.getFirst().startedAt();
        Instant to = now;
        for (CaseClock c : clocks) {
            if (c.running() && c.dueAt().isAfter(to)) {
                to = c.dueAt();
            }
        }
        double seconds = Math.max(60, Duration.between(from, to).toSeconds());
        double row = rowHeight();
        double left = 0;
        for (Bar bar : bars) {
            left = Math.max(left, bar.label.prefWidth(-1));
        }
        left = Math.rint(left + em());
        double scale = Math.max(1, getWidth() - left - em()) / seconds;
        for (int i = 0; i < bars.size(); i++) {
            CaseClock c = clocks.get(i);
            Bar bar = bars.get(i);
            Instant end = c.stoppedAt() == null ? now : c.stoppedAt();
            double x = Math.rint(left + at(from, c.startedAt(), scale));
            double due = Math.min(getWidth(), Math.rint(left + at(from, c.dueAt(), scale)));
            double used = Math.max(x + 2, Math.rint(left + at(from, end, scale)));
            double y = Math.rint(i * row + row * 0.2);
            double h = Math.rint(row * 0.6);
            bar.limit.resizeRelocate(x, y, Math.max(2, due - x), h);
            bar.used.resizeRelocate(x, y, used - x, h);
            double lh = bar.label.prefHeight(-1);
            bar.label.resizeRelocate(0, Math.rint(y + (h - lh) / 2), bar.label.prefWidth(-1), lh);
        }
        double bottom = bars.size() * row;
        double nowX = Math.rint(left + at(from, now, scale));
        line.resizeRelocate(nowX, 0, 1, bottom + 4);
        double nw = nowWord.prefWidth(-1);
        nowWord.resizeRelocate(
                Math.min(getWidth() - nw, nowX - nw / 2), bottom + axisHeight(), nw, nowWord.prefHeight(-1));
        for (int i = 0; i < ticks.size(); i++) {
            Label tick = ticks.get(i);
            Instant at = from.plusSeconds(Math.round(seconds * i / (TICKS - 1)));
            tick.setText(seconds < FINE_SECONDS ? words.second(at) : words.shortMinute(at, now));
            double w = tick.prefWidth(-1);
            tick.resizeRelocate(
                    Math.clamp(left + at(from, at, scale) - w / 2, left, Math.max(left, getWidth() - w)),
                    bottom + 2,
                    w,
                    tick.prefHeight(-1));
        }
    }

    private static double at(Instant from, Instant moment, double scale) {
        return Duration.between(from, moment).toSeconds() * scale;
    }

    private static Region part(String style) {
        Region part = new Region();
        part.getStyleClass().add(style);
        return part;
    }
}
