package org.yiping.console.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.yiping.console.fx.Messages;

/// The used share of a limit as a 44×3 px bar with a tick at 80 %; full and red when over, dashed when it stands.
///
/// JavaFX thread. Style class `wide` lets it grow.
public final class LimitBar extends Region {
    private final Messages messages;
    private final Region track = part("track");
    private final Region used = part("used");
    private final Region tick = part("tick");
    private double share;

    public LimitBar(Messages messages) {
        this.messages = messages;
        getStyleClass().add("limit-bar");
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        getChildren().addAll(track, used, tick);
        show(new Countdown.Unknown());
    }

    public void show(Countdown countdown) {
        share = Math.clamp(countdown.used(), 0, 1);
        MarkLight light = countdown.light();
        States.only(this, MarkLight.values(), MarkLight::word, light);
        setAccessibleText(
                light == MarkLight.UNKNOWN
                        ? messages.get("control.limit.none")
                        : messages.get("control.limit.name", Math.round(countdown.used() * 100)));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        place(track, 0, w);
        place(used, 0, snapSizeX(w * share));
        place(tick, snapPositionX(w * Countdown.SOON_FROM), tick.prefWidth(-1));
    }

    private void place(Region part, double x, double width) {
        double h = part.prefHeight(-1);
        part.resizeRelocate(x, snapPositionY((getHeight() - h) / 2), width, snapSizeY(h));
    }

    private static Region part(String styleClass) {
        Region part = new Region();
        part.getStyleClass().add(styleClass);
        return part;
    }
}
