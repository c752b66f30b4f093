package org.yiping.console.ui.wall;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.StatusWords;
import org.yiping.console.ui.control.CaseMark;
import org.yiping.console.ui.control.CountdownText;
import org.yiping.console.ui.control.MarkLight;
import org.yiping.domain.alarm.Alarm;

/// A part of the wall's scene in its box. FX thread; `tick` repaints what differs and makes no node.
interface WallPart {
    PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    Region root();

    void tick(WallFace face);

    /// How old what it shows is, in words; empty while that is as fresh as promised, or where the part says it itself.
    default String late(WallFace face) {
        return "";
    }

    /// The ages of what only this part shows: of the oldest thing on the wall it may be the oldest.
    default List<StatusWords.Aged> ages(Instant now) {
        return List.of();
    }

    /// Begins to be seen; nothing is needed but by what pulls pictures.
    default void show() {}

    default void hide() {}

    /// Text keeps so many pixels from a bezel.
    static double bezel(double fit) {
        return Math.rint(40 * fit);
    }

    static <R extends Region> R sized(R region, double width, double height) {
        region.setMinSize(width, height);
        region.setPrefSize(width, height);
        region.setMaxSize(width, height);
        return region;
    }

    /// Gaps and paddings of a part are in em of this.
    static <R extends Region> R based(R region, double px) {
        region.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", px));
        return region;
    }

    /// A mark of so many pixels: the sizes of the desk end far below.
    static CaseMark mark(Messages messages, double px) {
        CaseMark mark = new CaseMark(messages, 34);
        mark.setStyle(String.format(
                Locale.ROOT,
                "-fx-min-width: %1$.1fpx; -fx-pref-width: %1$.1fpx; -fx-max-width: %1$.1fpx;"
                        + "-fx-min-height: %1$.1fpx; -fx-pref-height: %1$.1fpx; -fx-max-height: %1$.1fpx;",
                px));
        return mark;
    }

    static void light(Node node, MarkLight now) {
        for (MarkLight each : MarkLight.values()) {
            node.pseudoClassStateChanged(PseudoClass.getPseudoClass(each.word()), each == now);
        }
    }

    /// Whoever calls says so before the place, which may be cut.
    static String called(CaseFace of, String place, Instant now, Messages messages) {
        Alarm alarm = of.value().progress().alarm();
        return alarm == null || !alarm.overdue(now)
                ? place
                : messages.get(
                        "wall.calls",
                        CountdownText.clock(Math.max(0, alarm.age(now).toSeconds())),
                        place);
    }
}
