package org.yiping.console.ui.camera;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.yiping.console.ui.Nodes;

/// The line below a tile's picture: the camera's name, what its stream is or what is wrong with it, how old the picture
/// is. On a wall its letter, the name on two lines where one is too short, the age: what a hall can read and speak of.
/// FX thread.
final class TileCaption extends HBox {
    private static final PseudoClass TWO_LINES = PseudoClass.getPseudoClass("two-lines");
    private static final double CORNERS = 24;
    /// So much of a name is left beside words about the delay: three characters and a dot.
    private static final double NAME = 48;
    /// Tiles narrower than this write a name on two lines.
    private static final double ONE_LINE = 720;

    private final boolean wall;
    private final Label letter = Nodes.keep("", "tile-letter");
    private final Label name = Nodes.cut("", "tile-name");
    private final Label spot = Nodes.cut("", "tile-meta");
    private final Label right = Nodes.keep("", "tile-meta");
    private final Label age = Nodes.keep("", "tile-meta");
    private final MotionBars bars = new MotionBars();
    private final HBox first = Nodes.row("tile-line", name);
    private final HBox second = Nodes.row("tile-line", spot, Nodes.spring());
    private boolean twoLines;
    private String of = "";
    private String slowed = "";
    /// The delay is not known, which words say in the place of an age.
    private boolean unknown;

    TileCaption(int number, boolean wall) {
        this.wall = wall;
        getStyleClass().add("tile-caption");
        if (!wall) {
            getChildren().addAll(name, Nodes.spring(), right, age, bars);
            return;
        }
        letter(number - 1);
        VBox lines = new VBox(first, second);
        lines.setMinWidth(0);
        lines.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(letter, Nodes.grow(lines));
        getStyleClass().add("on-wall");
    }

    /// The tile's width has changed.
    void width(double now) {
        if (!wall) {
            return;
        }
        twoLines = now < ONE_LINE;
        pseudoClassStateChanged(TWO_LINES, twoLines);
        Nodes.show(second, twoLines);
        first.getChildren().setAll(twoLines ? List.of(name) : List.of(name, Nodes.spring(), right, age));
        if (twoLines) {
            second.getChildren().setAll(spot, Nodes.spring(), right, age);
        }
        if (!of.isEmpty()) {
            name(of);
        }
    }

    /// Counted from 0; beyond Z they are called by number.
    void letter(int at) {
        letter.setText(at < 26 ? Character.toString('A' + at) : Integer.toString(at + 1));
    }

    /// Of a camera.
    void name(String camera) {
        of = camera;
        CameraName parts = CameraName.of(camera);
        name.setText(twoLines ? parts.street() : camera);
        spot.setText(twoLines ? parts.spot() : "");
    }

    /// In the place of a camera.
    void words(String instead) {
        of = "";
        name.setText(instead);
    }

    void empty(String instead) {
        words(instead);
        spot.setText("");
        right.setText("");
        age.setText("");
        unknown = false;
        bars.show(List.of());
    }

    /// What is drawn more seldom than it comes, in words; of which a desk's head tells.
    void slowed(String words) {
        slowed = wall ? words : "";
    }

    /// `timed`: the age is a measure, and no words in its place.
    void say(TileFace face, boolean timed) {
        // from the last row stream and rate are noise, a fault is not
        right.setText(wall && face.kind() == TileFace.Kind.LIVE ? slowed : face.right());
        age.setText(face.age());
        unknown = face.kind() == TileFace.Kind.LIVE && !timed;
        bars.show(face.motion());
    }

    /// The kind of what is said is another one.
    void look(TileFace.Kind now) {
        for (TileFace.Kind kind : TileFace.Kind.values()) {
            right.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(kind.name().toLowerCase(Locale.ROOT)), kind == now);
        }
    }

    /// Words in the place of an age are longer: what the stream is and what proves motion give way to them, and they to
    /// the camera's name.
    private void giveWay(double width) {
        double gap = getSpacing();
        double all = getInsets().getLeft() + getInsets().getRight() + NAME + 2 * gap + age.prefWidth(-1);
        all += wall ? letter.prefWidth(-1) + gap : 0;
        Nodes.show(age, all <= width);
        all += wall ? 0 : gap + bars.prefWidth(-1);
        bars.setManaged(all <= width);
        bars.setVisible(bars.isVisible() && all <= width);
        Nodes.show(right, !right.getText().isEmpty() && all + gap + right.prefWidth(-1) <= width);
    }

    /// What the stream is gives way to the camera's name, what is wrong with it to nothing.
    void fit(double width, boolean live) {
        double taken = right.prefWidth(-1) + age.prefWidth(-1) + bars.prefWidth(-1) + 2 * CORNERS;
        Nodes.show(right, !live || !slowed.isEmpty() || taken + name.minWidth(-1) <= width);
        if (unknown) {
            giveWay(width);
        } else {
            bars.setManaged(true); // seen where there is motion to tell of
            Nodes.show(age, true);
        }
    }
}
