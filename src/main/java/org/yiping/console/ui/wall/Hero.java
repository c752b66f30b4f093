package org.yiping.console.ui.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
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
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.wall.Box;

/// One monitor's piece of the map and, on it, the numbers of the most urgent cases. FX thread.
///
/// The ground may cross a bezel, a number may not: each monitor writes only the numbers that lie in it, clear of the
/// parts that stand over the map. Without a map the ground stays empty and says so.
final class Hero implements WallPart {
    static final String MAP = "map-wall";

    private final Box piece;
    private final Scene scene;
    private final List<Box> covered;
    private final Tiers tiers;
    private final PanelPool pool;
    private final Messages messages;
    private final Pane root = new Pane();
    private final List<Tag> tags = new ArrayList<>();
    private final double reach;
    private @Nullable Panel panel;
    private @Nullable Ground ground;
    private @Nullable FitLine missing;
    private final FitLine age;

    private record Tag(FitLine digit, FitLine name, HBox root) {}

    /// `covered` are the boxes of the parts over this piece, in the desktop's pixels like `piece`.
    Hero(Box piece, Scene scene, List<Box> covered, Tiers tiers, WallMonitor.Kit kit) {
        this.piece = piece;
        this.scene = scene;
        this.covered = List.copyOf(covered);
        this.tiers = tiers;
        pool = kit.pool();
        messages = kit.hall().messages();
        reach = tiers.must() * 0.7;
        double px = Math.min(tiers.may() * 0.8, piece.height() * 0.05);
        age = WallPart.based(new FitLine(px, px * 0.5, "wall-late"), px);
        age.setManaged(false);
        age.setVisible(false);
        root.getStyleClass().add("wall-ground");
        WallPart.sized(root, piece.width(), piece.height());
        fill();
    }

    @Override
    public Region root() {
        return root;
    }

    private void fill() {
        if (!pool.has(MAP)) {
            FitLine note = new FitLine(tiers.may() * 1.1, tiers.may() * 0.6, "wall-muted").side(HPos.RIGHT);
            StackPane corner = new StackPane(note);
            corner.setPadding(new Insets(WallPart.bezel(1)));
            StackPane.setAlignment(note, Pos.TOP_RIGHT);
            root.getChildren().add(WallPart.sized(corner, piece.width(), piece.height()));
            missing = note;
            return;
        }
        Panel made = pool.take(MAP);
        panel = made;
        WallPart.sized(made.root(), piece.width(), piece.height());
        root.getChildren().addAll(WallPart.sized(pool.frame(made), piece.width(), piece.height()), age);
        if (made instanceof Ground picture) {
            Box whole = scene.bezels().behind(scene.hero());
            Box part = scene.bezels().behind(piece);
            Box clear = scene.bezels().behind(scene.clear());
            picture.part(new Ground.Part(
                    part.x() - whole.x(),
                    part.y() - whole.y(),
                    whole.width(),
                    whole.height(),
                    new Rectangle2D(clear.x() - whole.x(), clear.y() - whole.y(), clear.width(), clear.height())));
            picture.closeUp(scene.numbered() == 0);
            picture.look(null);
            ground = picture;
            for (int number = 1; number <= Math.max(1, scene.numbered()); number++) {
                tags.add(tag(number));
            }
        }
    }

    @Override
    public void show() {
        if (panel != null) {
            pool.see(panel);
            panel.onShow();
        }
    }

    /// Its map goes back to the pool, for the next scene.
    @Override
    public void hide() {
        if (panel != null) {
            pool.give(panel);
        }
    }

    List<CaseId> outside() {
        return ground == null ? List.of() : ground.outside();
    }

    @Override
    public void tick(WallFace face) {
        if (missing != null) {
            missing.text(messages.get("wall.no-map"));
        }
        Ground map = ground;
        if (map == null) {
            return;
        }
        List<CaseFace> cases = spoken(face);
        map.speak(cases.stream().map(c -> c.value().id()).toList(), face.cameras());
        List<Optional<Point2D>> marks = cases.stream()
                .map(c -> Optional.ofNullable(c.value().place().position()).flatMap(map::locate))
                .toList();
        List<Box> taken = new ArrayList<>(covered);
        if (!face.told().caption().isEmpty()) {
            scene.told().ifPresent(taken::add);
        }
        age(MapPart.truth(map, face)).ifPresent(taken::add);
        marks.forEach(m -> m.ifPresent(p -> taken.add(around(p))));
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            Optional<Point2D> at = Optional.empty();
            if (i < marks.size() && leader(marks, i) == i) {
                CaseFace c = cases.get(i);
                tag.digit.text(scene.numbered() == 0 ? "" : numbers(marks, i));
                Nodes.show(tag.digit, scene.numbered() > 0);
                tag.name.text(c.text().name());
                WallPart.light(tag.root, Clocks.light(c.light()));
                at = marks.get(i)
                        .flatMap(mark -> place(mark, tag, true, taken).or(() -> place(mark, tag, false, taken)));
            }
            at.ifPresent(p -> tag.root.relocate(p.getX(), p.getY()));
            tag.root.setVisible(at.isPresent());
        }
        map.cover(taken.stream()
                .map(b -> new Rectangle2D(b.x() - piece.x(), b.y() - piece.y(), b.width(), b.height()))
                .toList());
    }

    /// What the map lacks and since when it is as it is, under where visitors are told something; where that
    /// stands now.
    private Optional<Box> age(String truth) {
        boolean says = !truth.isEmpty() && piece.equals(scene.corner());
        age.setVisible(says);
        if (!says) {
            return Optional.empty();
        }
        age.text(truth);
        double edge = WallPart.bezel(0.5);
        double width = Math.min(age.prefWidth(-1), piece.width() - 2 * edge);
        Box box = new Box(
                piece.right() - edge - width, piece.y() + Math.rint(piece.height() * 0.24), width, age.prefHeight(-1));
        age.resizeRelocate(box.x() - piece.x(), box.y() - piece.y(), width, box.height());
        return Optional.of(box);
    }

    /// The numbered cases; where the scene numbers none, the one in focus.
    private List<CaseFace> spoken(WallFace face) {
        WallFace.Focus focus = face.detail().focus();
        if (scene.numbered() > 0) {
            return face.urgent()
                    .subList(0, Math.min(scene.numbered(), face.urgent().size()));
        }
        return focus == null ? List.of() : List.of(focus.face());
    }

    /// The most urgent case whose mark covers this one's: they are called together.
    private int leader(List<Optional<Point2D>> marks, int of) {
        for (int i = 0; i < of; i++) {
            Point2D mark = marks.get(i).orElse(null);
            if (mark != null
                    && leader(marks, i) == i
                    && marks.get(of).filter(m -> m.distance(mark) < reach).isPresent()) {
                return i;
            }
        }
        return of;
    }

    /// `1`, or `1·3` where two marks lie on one spot.
    private String numbers(List<Optional<Point2D>> marks, int leader) {
        return IntStream.range(leader, marks.size())
                .filter(i -> leader(marks, i) == leader)
                .mapToObj(i -> Integer.toString(i + 1))
                .collect(Collectors.joining("·"));
    }

    /// Where the name finds no room, the number alone may: it is what people in the room call the case by.
    private Optional<Point2D> place(Point2D mark, Tag tag, boolean named, List<Box> taken) {
        Nodes.show(tag.name, named);
        double width = Math.min(tag.root.prefWidth(-1), piece.width() / 2);
        double height = tag.root.prefHeight(-1);
        tag.root.resize(width, height);
        Optional<Point2D> at = beside(mark, width, height, taken);
        at.ifPresent(p -> taken.add(new Box(piece.x() + p.getX(), piece.y() + p.getY(), width, height)));
        return at;
    }

    /// Right of the mark, else left of it, else over or under it, clear of `taken`; else nowhere: the card says it
    /// anyway.
    Optional<Point2D> beside(Point2D mark, double width, double height, List<Box> taken) {
        double right = mark.getX() + reach;
        double left = mark.getX() - reach - width;
        double middle = mark.getX() - width / 2;
        double level = mark.getY() - height / 2;
        double over = mark.getY() - reach - height;
        double under = mark.getY() + reach;
        double[][] places = {
            {right, level},
            {left, level},
            {right, over},
            {right, under},
            {left, over},
            {left, under},
            {middle, over},
            {middle, under}
        };
        for (double[] place : places) {
            double x = Math.rint(place[0]);
            double y = Math.rint(place[1]);
            Box box = new Box(piece.x() + x, piece.y() + y, width, height);
            if (box.inside(clear()) && taken.stream().noneMatch(t -> t.meet(box).isPresent())) {
                return Optional.of(new Point2D(x, y));
            }
        }
        return Optional.empty();
    }

    /// What a numbered mark takes, on the desktop.
    private Box around(Point2D mark) {
        double half = reach - 4;
        return new Box(piece.x() + mark.getX() - half, piece.y() + mark.getY() - half, 2 * half, 2 * half);
    }

    private Box clear() {
        double edge = WallPart.bezel(1);
        return new Box(piece.x() + edge, piece.y() + edge, piece.width() - 2 * edge, piece.height() - 2 * edge);
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
