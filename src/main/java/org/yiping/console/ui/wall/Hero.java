package org.yiping.console.ui.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Clocks;
import org.yiping.console.ui.Ground;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.domain.geo.Position;

/// One monitor's piece of the map and, on it, the numbers of the most urgent cases. FX thread.
///
/// The ground may cross a bezel, a number may not: each monitor writes only the numbers that lie in it, clear of the
/// parts that stand over the map. Without a map the ground stays empty and says so.
final class Hero {
    static final String MAP = "map-wall";

    private final Scene.Box piece;
    private final Scene.Box whole;
    private final List<Scene.Box> covered;
    private final Tiers tiers;
    private final Messages messages;
    private final Pane root = new Pane();
    private final List<Tag> tags = new ArrayList<>();
    private final double reach;
    private @Nullable Panel panel;
    private @Nullable Ground ground;
    private @Nullable FitLine missing;

    private record Tag(FitLine digit, FitLine name, HBox root) {}

    /// `covered` are the boxes of the parts over this piece, in the desktop's pixels like `piece` and `whole`.
    Hero(Scene.Box piece, Scene.Box whole, List<Scene.Box> covered, Tiers tiers, Messages messages) {
        this.piece = piece;
        this.whole = whole;
        this.covered = List.copyOf(covered);
        this.tiers = tiers;
        this.messages = messages;
        reach = tiers.must() * 0.7;
        root.getStyleClass().add("wall-ground");
        WallPart.sized(root, piece.width(), piece.height());
    }

    Region root() {
        return root;
    }

    void fill(PanelCatalogue catalogue) {
        if (!catalogue.has(MAP)) {
            FitLine note = new FitLine(tiers.may() * 1.1, tiers.may() * 0.6, "wall-muted").side(HPos.RIGHT);
            StackPane corner = new StackPane(note);
            corner.setPadding(new Insets(WallPart.bezel(1)));
            StackPane.setAlignment(note, Pos.TOP_RIGHT);
            root.getChildren().add(WallPart.sized(corner, piece.width(), piece.height()));
            missing = note;
            return;
        }
        Panel made = catalogue.open(MAP);
        panel = made;
        root.getChildren().add(WallPart.sized(made.root(), piece.width(), piece.height()));
        if (made instanceof Ground picture) {
            picture.part(new Ground.Part(piece.x() - whole.x(), piece.y() - whole.y(), whole.width(), whole.height()));
            ground = picture;
            for (int number = 1; number <= Scene.NUMBERED; number++) {
                tags.add(tag(number));
            }
        }
    }

    void show() {
        if (panel != null) {
            panel.onShow();
        }
    }

    void hide() {
        if (panel != null) {
            panel.onHide();
        }
    }

    void tick(WallFace face) {
        if (missing != null) {
            missing.text(messages.get("wall.no-map"));
        }
        Ground map = ground;
        if (map == null) {
            return;
        }
        map.stress(face.standing().urgent());
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            Optional<Point2D> at =
                    i < face.urgent().size() ? place(face.urgent().get(i), tag, map) : Optional.empty();
            tag.root.setVisible(at.isPresent());
            at.ifPresent(p -> tag.root.relocate(p.getX(), p.getY()));
        }
    }

    private Optional<Point2D> place(CaseFace face, Tag tag, Ground map) {
        tag.name.text(face.text().name());
        WallPart.light(tag.root, Clocks.light(face.light()));
        Position position = face.value().place().position();
        double width = Math.min(tag.root.prefWidth(-1), piece.width() / 2);
        double height = tag.root.prefHeight(-1);
        tag.root.resize(width, height);
        return position == null ? Optional.empty() : map.locate(position).flatMap(mark -> beside(mark, width, height));
    }

    /// Right of the mark, else left of it, else nowhere: the card says it anyway.
    Optional<Point2D> beside(Point2D mark, double width, double height) {
        double y = Math.rint(mark.getY() - height / 2);
        for (double x : new double[] {mark.getX() + reach, mark.getX() - reach - width}) {
            Scene.Box box = new Scene.Box(piece.x() + Math.rint(x), piece.y() + y, width, height);
            if (box.inside(clear())
                    && covered.stream().noneMatch(c -> c.meet(box).isPresent())) {
                return Optional.of(new Point2D(Math.rint(x), y));
            }
        }
        return Optional.empty();
    }

    private Scene.Box clear() {
        double edge = WallPart.bezel(1);
        return new Scene.Box(piece.x() + edge, piece.y() + edge, piece.width() - 2 * edge, piece.height() - 2 * edge);
    }

    private Tag tag(int number) {
        FitLine digit = new FitLine(tiers.should(), tiers.may(), "wall-strong", "wall-light").keep();
        digit.text(Integer.toString(number));
        FitLine name = new FitLine(tiers.should(), tiers.may(), "wall-strong");
        HBox box = WallPart.based(Nodes.row("wall-tag", digit, name), tiers.should());
        box.setManaged(false);
        box.setVisible(false);
        root.getChildren().add(box);
        return new Tag(digit, name, box);
    }
}
