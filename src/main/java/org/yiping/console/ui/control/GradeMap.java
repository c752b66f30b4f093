package org.yiping.console.ui.control;

// long because shapes, their names and the lines between them are placed by one reckoning

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.CssMetaData;
import javafx.css.PseudoClass;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import org.jspecify.annotations.Nullable;

/// Areas tinted by their grade at 42 %, each with its name and letter (区域等级图): what has no grade is hatched, what
/// was not assessed is bare. North is up. JavaFX thread.
///
/// A name stands in its area where it has room there; the others stand in a column at the right with a line to their
/// area, or leave their letter alone there. A click chooses an area; whoever has no mouse chooses in the table beside.
public final class GradeMap extends Region {
    private static final StyleablePropertyFactory<GradeMap> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<GradeMap, Color> A = ink("-region-a", 0);
    private static final CssMetaData<GradeMap, Color> B = ink("-region-b", 1);
    private static final CssMetaData<GradeMap, Color> C = ink("-region-c", 2);
    private static final CssMetaData<GradeMap, Color> D = ink("-region-d", 3);
    private static final CssMetaData<GradeMap, Color> E = ink("-region-e", 4);
    private static final CssMetaData<GradeMap, Color> EDGE = ink("-region-edge", 5);
    private static final CssMetaData<GradeMap, Color> HATCH = ink("-region-unknown", 6);
    private static final CssMetaData<GradeMap, Color> CHOSEN = ink("-region-chosen", 7);
    private static final CssMetaData<GradeMap, Color> LINE = ink("-region-line", 8);
    private static final double TINT = 0.42;
    private static final double INSET = 10;
    private static final double COLUMN_GAP = 26;
    private static final double HATCH_STEP = 7;
    /// So much of its size the map keeps at least.
    private static final double LEAST_LEFT = 0.75;

    /// No grade, because too little is known.
    public static final int UNKNOWN = -1;
    /// Not among those assessed.
    public static final int OUTSIDE = -2;

    private static final PseudoClass HATCHED = PseudoClass.getPseudoClass("hatched");

    private final List<StyleableProperty<Color>> inks = new ArrayList<>();
    private final Canvas canvas = new Canvas();
    private final List<Label> names = new ArrayList<>();
    private final List<Label> letters = new ArrayList<>();
    private List<Piece> pieces = List.of();
    private String chosen = "";
    private Fit fit = new Fit(0, 0, 1, 1, 0, 0);
    private double rightEdge;

    /// An area with its name, its letter (a dash where it has none; empty outside), and the `place` of its grade from
    /// the best, 0, or `UNKNOWN` or `OUTSIDE`; rings as longitudes and latitudes in
    /// pairs, first the one the name stands in.
    public record Piece(String id, String name, String letter, int place, List<double[]> rings) {
        public Piece {
            rings = List.copyOf(rings);
        }
    }

    /// How degrees become pixels.
    private record Fit(double west, double north, double perLongitude, double perLatitude, double left, double top) {
        double x(double longitude) {
            return left + (longitude - west) * perLongitude;
        }

        double y(double latitude) {
            return top + (north - latitude) * perLatitude;
        }
    }

    private static CssMetaData<GradeMap, Color> ink(String property, int at) {
        return STYLES.createColorCssMetaData(property, m -> m.inks.get(at), Color.TRANSPARENT);
    }

    /// `open` hears which area was clicked.
    public GradeMap(Consumer<String> open) {
        getStyleClass().add("grade-map");
        for (CssMetaData<GradeMap, Color> each : List.of(A, B, C, D, E, EDGE, HATCH, CHOSEN, LINE)) {
            inks.add(Inks.property(this, each, this::requestLayout));
        }
        setMinSize(0, 0);
        getChildren().add(canvas);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseClicked(e -> {
            Piece at = at(e.getX(), e.getY());
            if (at != null) {
                open.accept(at.id());
            }
        });
    }

    /// `chosenId` is drawn with an edge; empty for none.
    public void show(List<Piece> next, String chosenId) {
        boolean same = next.equals(pieces);
        if (same && chosenId.equals(chosen)) {
            return;
        }
        chosen = chosenId;
        if (!same) {
            pieces = List.copyOf(next);
            getChildren().removeAll(names);
            getChildren().removeAll(letters);
            names.clear();
            letters.clear();
            for (Piece each : pieces) {
                names.add(label((each.name() + " " + each.letter()).strip(), each));
                letters.add(label(each.letter(), each));
            }
            getChildren().addAll(names);
            getChildren().addAll(letters);
        }
        requestLayout();
    }

    private static Label label(String words, Piece of) {
        Label label = Words.kept(words, "region-name");
        label.pseudoClassStateChanged(HATCHED, of.place() == UNKNOWN);
        return label;
    }

    private Color ink(int at) {
        return inks.get(at).getValue();
    }

    private @Nullable Piece at(double x, double y) {
        return pieces.stream().filter(p -> holds(p, x, y)).findFirst().orElse(null);
    }

    private boolean holds(Piece piece, double x, double y) {
        boolean inside = false;
        for (double[] ring : piece.rings()) {
            inside ^= winds(ring, x, y);
        }
        return inside;
    }

    private boolean winds(double[] ring, double x, double y) {
        boolean inside = false;
        for (int i = 0, j = ring.length - 2; i + 1 < ring.length; j = i, i += 2) {
            double yi = fit.y(ring[i + 1]);
            double yj = fit.y(ring[j + 1]);
            if (yi > y != yj > y) {
                double at = fit.x(ring[j]) + (fit.x(ring[i]) - fit.x(ring[j])) * (y - yj) / (yi - yj);
                inside ^= x < at;
            }
        }
        return inside;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        names.forEach(n -> n.setVisible(false));
        letters.forEach(n -> n.setVisible(false));
        if (!fit(width, height, 0)) {
            return;
        }
        List<Integer> left = inPlace();
        if (left.isEmpty()) {
            paint(g);
            return;
        }
        double alone = fit.perLatitude();
        double column = COLUMN_GAP
                + left.stream().mapToDouble(i -> wide(names.get(i))).max().orElse(0);
        if (fit(width, height, column) && fit.perLatitude() >= LEAST_LEFT * alone) {
            left = inPlace();
            paint(g);
            beside(g, left, width, height);
        } else {
            fit(width, height, 0);
            left = inPlace();
            paint(g);
            left.forEach(this::letter);
        }
    }

    /// Where a column of names would cost the map too much, the letter alone stands in its area.
    private void letter(int i) {
        double[] middle = middle(pieces.get(i));
        Label letter = letters.get(i);
        letter.setVisible(holds(pieces.get(i), middle[0], middle[1]));
        letter.resizeRelocate(
                Math.rint(middle[0] - wide(letter) / 2),
                Math.rint(middle[1] - high(letter) / 2),
                wide(letter),
                high(letter));
    }

    /// Whether there is anything to be drawn.
    private boolean fit(double width, double height, double beside) {
        double west = Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        double south = Double.MAX_VALUE;
        double north = -Double.MAX_VALUE;
        for (Piece piece : pieces) {
            for (double[] ring : piece.rings()) {
                for (int i = 0; i + 1 < ring.length; i += 2) {
                    west = Math.min(west, ring[i]);
                    east = Math.max(east, ring[i]);
                    south = Math.min(south, ring[i + 1]);
                    north = Math.max(north, ring[i + 1]);
                }
            }
        }
        if (west >= east || south >= north || width <= 4 * INSET || height <= 4 * INSET) {
            return false;
        }
        double shrink = Math.cos(Math.toRadians((south + north) / 2));
        double per = Math.min(
                (width - beside - 2 * INSET) / ((east - west) * shrink), (height - 2 * INSET) / (north - south));
        rightEdge = (width - beside + (east - west) * shrink * per) / 2;
        fit = new Fit(
                west,
                north,
                per * shrink,
                per,
                (width - beside - (east - west) * shrink * per) / 2,
                (height - (north - south) * per) / 2);
        return true;
    }

    private static double wide(Label name) {
        return Math.ceil(name.prefWidth(-1));
    }

    private static double high(Label name) {
        return Math.ceil(name.prefHeight(-1));
    }

    /// Puts names where they have room, the largest areas first; the others are answered.
    private List<Integer> inPlace() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble((Integer i) -> -size(bounds(pieces.get(i)))));
        List<Bounds> taken = new ArrayList<>();
        List<Integer> left = new ArrayList<>();
        for (int i : order) {
            Label name = names.get(i);
            Bounds area = bounds(pieces.get(i));
            double[] middle = middle(pieces.get(i));
            double w = wide(name);
            double h = high(name);
            Bounds box = new BoundingBox(Math.rint(middle[0] - w / 2), Math.rint(middle[1] - h / 2), w, h);
            boolean room = h <= area.getHeight()
                    && holds(pieces.get(i), box.getMinX(), middle[1])
                    && holds(pieces.get(i), box.getMaxX(), middle[1]);
            if (room && taken.stream().noneMatch(t -> t.intersects(box))) {
                taken.add(box);
                name.resizeRelocate(box.getMinX(), box.getMinY(), w, h);
                name.setVisible(true);
            } else {
                name.setVisible(false);
                left.add(i);
            }
        }
        return left;
    }

    private static double size(Bounds b) {
        return b.getWidth() * b.getHeight();
    }

    private Bounds bounds(Piece piece) {
        double west = Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        double[] ring = piece.rings().isEmpty() ? new double[0] : piece.rings().getFirst();
        for (int i = 0; i + 1 < ring.length; i += 2) {
            west = Math.min(west, fit.x(ring[i]));
            east = Math.max(east, fit.x(ring[i]));
            top = Math.min(top, fit.y(ring[i + 1]));
            bottom = Math.max(bottom, fit.y(ring[i + 1]));
        }
        return west > east ? new BoundingBox(0, 0, 0, 0) : new BoundingBox(west, top, east - west, bottom - top);
    }

    /// The centre of gravity of the largest ring, in pixels; the middle of the box where that lies outside of it.
    private double[] middle(Piece piece) {
        Bounds box = bounds(piece);
        double[] ring = piece.rings().isEmpty() ? new double[0] : piece.rings().getFirst();
        double area = 0;
        double x = 0;
        double y = 0;
        for (int i = 0, j = ring.length - 2; i + 1 < ring.length; j = i, i += 2) {
            double xi = fit.x(ring[i]);
            double yi = fit.y(ring[i + 1]);
            double xj = fit.x(ring[j]);
            double yj = fit.y(ring[j + 1]);
            double cross = xj * yi - xi * yj;
            area += cross;
            x += (xj + xi) * cross;
            y += (yj + yi) * cross;
        }
        double[] centre = {x / (3 * area), y / (3 * area)};
        return Math.abs(area) > 1 && box.contains(centre[0], centre[1])
                ? centre
                : new double[] {box.getCenterX(), box.getCenterY()};
    }

    private void paint(GraphicsContext g) {
        g.setFillRule(FillRule.EVEN_ODD);
        for (Piece piece : pieces) {
            trace(g, piece);
            if (piece.place() >= 0) {
                Color grade = ink(Math.min(piece.place(), 4));
                g.setFill(new Color(grade.getRed(), grade.getGreen(), grade.getBlue(), TINT));
                g.fill();
            } else if (piece.place() == UNKNOWN) {
                hatch(g, piece);
            }
        }
        for (Piece piece : pieces) {
            trace(g, piece);
            g.setStroke(ink(5));
            g.setLineWidth(1.4);
            if (piece.place() < 0) {
                g.setStroke(ink(6));
                g.setLineDashes(3, 3);
            }
            g.stroke();
            g.setLineDashes();
        }
        pieces.stream().filter(p -> p.id().equals(chosen)).findFirst().ifPresent(p -> {
            trace(g, p);
            g.setStroke(ink(7));
            g.setLineWidth(2.5);
            g.stroke();
        });
    }

    private void trace(GraphicsContext g, Piece piece) {
        g.beginPath();
        for (double[] ring : piece.rings()) {
            for (int i = 0; i + 1 < ring.length; i += 2) {
                if (i == 0) {
                    g.moveTo(fit.x(ring[0]), fit.y(ring[1]));
                } else {
                    g.lineTo(fit.x(ring[i]), fit.y(ring[i + 1]));
                }
            }
            g.closePath();
        }
    }

    private void hatch(GraphicsContext g, Piece piece) {
        Bounds box = bounds(piece);
        g.save();
        g.clip();
        g.setStroke(ink(6));
        g.setLineWidth(1);
        for (double x = box.getMinX() - box.getHeight(); x < box.getMaxX(); x += HATCH_STEP) {
            g.strokeLine(x, box.getMaxY(), x + box.getHeight(), box.getMinY());
        }
        g.restore();
    }

    /// The names that have no room in their area, in a column beside the map, each as near to the height of its area as
    /// the others let it. Those that would not fit into the height are only in the table.
    private void beside(GraphicsContext g, List<Integer> left, double width, double height) {
        if (left.isEmpty()) {
            return;
        }
        List<Integer> order = new ArrayList<>(left);
        order.sort(Comparator.comparingDouble((Integer i) -> middle(pieces.get(i))[1]));
        double line = high(names.get(order.getFirst()));
        int most = Math.min(order.size(), (int) (height / line));
        double widest =
                order.stream().mapToDouble(i -> wide(names.get(i))).max().orElse(0);
        double x = Math.floor(Math.min(rightEdge + COLUMN_GAP - 4, width - widest));
        double[] tops = new double[most];
        for (int i = 0; i < most; i++) {
            double own = middle(pieces.get(order.get(i)))[1] - line / 2;
            tops[i] = Math.max(own, i == 0 ? 0 : tops[i - 1] + line);
        }
        for (int i = most - 1; i >= 0; i--) {
            double lowest = (i == most - 1 ? height : tops[i + 1]) - line;
            tops[i] = Math.min(tops[i], lowest);
        }
        g.setStroke(ink(8));
        g.setFill(ink(8));
        g.setLineWidth(1);
        for (int i = 0; i < most; i++) {
            Label name = names.get(order.get(i));
            double y = Math.rint(tops[i]);
            name.resizeRelocate(x, y, wide(name), line);
            name.setVisible(true);
            double[] at = middle(pieces.get(order.get(i)));
            double end = Math.rint(y + line / 2) + 0.5;
            g.strokePolyline(new double[] {at[0], x - 12, x - 4}, new double[] {at[1], end, end}, 3);
            g.fillOval(at[0] - 2, at[1] - 2, 4, 4);
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }
}
