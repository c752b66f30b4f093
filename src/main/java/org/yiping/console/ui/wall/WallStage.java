package org.yiping.console.ui.wall;

import java.util.function.DoubleConsumer;
import javafx.event.Event;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Themes;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.WallRules;

/// The window of one monitor: without frame, exactly as large, and always full, because what a scene shows is put into
/// it while it stands. FX thread.
final class WallStage {
    /// Desktops of mixed scale round.
    private static final double ROUNDED = 1;

    private final Box box;
    private final Stage stage = new Stage(StageStyle.UNDECORATED);
    private final StackPane base = new StackPane();
    private final FitLine notice;
    private @Nullable WallMonitor monitor;

    WallStage(Box box, String title, Themes themes, Kiosk kiosk, Tiers tiers) {
        base.getStyleClass().add("wall");
        base.setAlignment(Pos.TOP_LEFT);
        WallPart.sized(base, box.width(), box.height());
        notice = new FitLine(tiers.may(), tiers.may() * 0.5, "wall-notice").side(HPos.CENTER);
        notice.setMaxWidth(Region.USE_PREF_SIZE);
        notice.setVisible(false);
        StackPane.setAlignment(notice, Pos.TOP_CENTER);
        base.getChildren().add(notice);
        javafx.scene.Scene scene = new javafx.scene.Scene(base, box.width(), box.height());
        scene.addPreLayoutPulseListener(() -> {
            if (monitor != null) {
                monitor.settle();
            }
        });
        kiosk.guard(scene);
        themes.apply(scene);
        stage.setScene(scene);
        stage.setTitle(title);
        this.box = box;
        place();
        stage.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, Event::consume);
    }

    Stage stage() {
        return stage;
    }

    @Nullable
    WallMonitor monitor() {
        return monitor;
    }

    void put(WallMonitor next) {
        monitor = next;
        base.getChildren().setAll(next.root(), notice);
    }

    /// Where it belongs, also after a window manager has put it elsewhere, as some do when screens come and go.
    void place() {
        set(stage.getX(), box.x(), stage::setX);
        set(stage.getY(), box.y(), stage::setY);
        set(stage.getWidth(), box.width(), stage::setWidth);
        set(stage.getHeight(), box.height(), stage::setHeight);
    }

    private static void set(double is, double wanted, DoubleConsumer setter) {
        if (Double.isNaN(is) || Math.abs(is - wanted) > ROUNDED) {
            setter.accept(wanted);
        }
    }

    /// The window's own ground shows where the picture stands aside, never the desktop.
    void shift(WallRules.Offset offset) {
        WallMonitor here = monitor;
        if (here != null) {
            here.root().setTranslateX(offset.x());
            here.root().setTranslateY(offset.y());
        }
    }

    /// Over everything; empty takes it away.
    void say(String words) {
        notice.text(words);
        notice.setVisible(!words.isEmpty());
    }

    void show(boolean onTop) {
        stage.setAlwaysOnTop(onTop);
        if (!stage.isShowing()) {
            stage.show();
        }
    }

    void close() {
        stage.close();
    }
}
