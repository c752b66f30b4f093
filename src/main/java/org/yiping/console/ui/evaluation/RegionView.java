package org.yiping.console.ui.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Bulk;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.GradeBadge;
import org.yiping.console.ui.control.GradeMap;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.Grade;
import org.yiping.domain.assessment.ObjectKind;
import org.yiping.domain.assessment.Score;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;

/// The areas of the open edition on the city's outline, tinted by their grade; there for areas alone. FX thread.
final class RegionView {
    private final EvaluationModel model;
    private final Desk desk;
    private final EvaluationWords words;
    private final GradeMap map;
    private final EmptyState none;
    private final PanelHeader header;
    private final VBox legend = Nodes.column("evaluation-legend-column");
    private final PanelFrame root;
    /// Outlines by the areas' codes, as the layer of this revision has them.
    private Map<String, Outline> outlines = Map.of();
    private String level = "";
    private long revision = -1;
    private List<Grade> explained = List.of();

    private record Outline(String name, List<double[]> rings) {}

    RegionView(EvaluationModel model, Desk desk, Hall hall, EvaluationWords words) {
        this.model = model;
        this.desk = desk;
        this.words = words;
        map = new GradeMap(model::look);
        map.setId("evaluation/map");
        map.setAccessibleText(words.text("evaluation.map"));
        none = EmptyState.empty(words.text("evaluation.no-outlines"));
        header = new PanelHeader(hall.messages(), words.text("evaluation.map"));
        root = new PanelFrame(header, Nodes.row("evaluation-map", legend, Nodes.grow(new StackPane(map, none))));
        root.getStyleClass().add("evaluation-region");
    }

    Region root() {
        return root;
    }

    void refresh() {
        Assessment open = model.open().orElse(null);
        if (open == null || open.yardstick().scheme().kind() != ObjectKind.AREA) {
            Nodes.show(root, false);
            return;
        }
        Nodes.show(root, true);
        String of = open.yardstick().scheme().level();
        outline(of == null ? "" : of);
        legend(open.yardstick().grades());
        List<GradeMap.Piece> pieces = pieces(open);
        header.meta(words.edition(open) + (open.yardstick().sample() ? " · " + words.text("evaluation.sample") : ""));
        map.show(pieces, model.score().map(Score::object).orElse(""));
        Nodes.show(none, pieces.isEmpty());
    }

    private void legend(List<Grade> grades) {
        if (grades.equals(explained)) {
            return;
        }
        explained = grades;
        legend.getChildren().clear();
        for (int i = 0; i < grades.size(); i++) {
            GradeBadge badge = new GradeBadge();
            badge.show(grades.get(i).letter(), i);
            legend.getChildren()
                    .add(Nodes.row("line", badge, Nodes.keep(EvaluationWords.range(grades, i), "t-second")));
        }
        legend.getChildren()
                .add(Nodes.row("line", new GradeBadge(), Nodes.keep(words.text("evaluation.none"), "t-second")));
    }

    private List<GradeMap.Piece> pieces(Assessment open) {
        String within = open.area() == null ? "" : open.area().value();
        List<GradeMap.Piece> pieces = new ArrayList<>();
        outlines.forEach((code, outline) -> {
            if (code.startsWith(within)) {
                Score score = open.score(code).orElse(null);
                pieces.add(new GradeMap.Piece(
                        code,
                        score == null ? outline.name() : score.name(),
                        letter(score),
                        place(open, score),
                        outline.rings()));
            }
        });
        return pieces;
    }

    private static String letter(@Nullable Score score) {
        return score == null ? "" : score.grade() == null ? "—" : score.grade();
    }

    private static int place(Assessment open, @Nullable Score score) {
        if (score == null) {
            return GradeMap.OUTSIDE;
        }
        return score.grade() == null
                ? GradeMap.UNKNOWN
                : EvaluationWords.place(open.yardstick().grades(), score);
    }

    private void outline(String of) {
        Bulk<Feature> bulk = desk.stores().layers().find(of).orElse(null);
        long now = bulk == null ? -1 : bulk.revision();
        if (of.equals(level) && now == revision) {
            return;
        }
        level = of;
        revision = now;
        Map<String, Outline> all = new LinkedHashMap<>();
        for (Feature f : bulk == null ? List.<Feature>of() : bulk.rows()) {
            if (f.shape() instanceof Shape.Surface(List<List<List<Position>>> polygons)) {
                String code = f.properties().getOrDefault("code", f.id());
                List<double[]> rings = new ArrayList<>();
                Outline before = all.get(code);
                if (before != null) {
                    rings.addAll(before.rings());
                }
                polygons.forEach(p -> p.forEach(ring -> rings.add(pairs(ring))));
                rings.sort(Comparator.comparingInt((double[] r) -> r.length).reversed());
                all.put(code, new Outline(f.name(), List.copyOf(rings)));
            }
        }
        outlines = all;
    }

    private static double[] pairs(List<Position> ring) {
        double[] pairs = new double[2 * ring.size()];
        for (int i = 0; i < ring.size(); i++) {
            pairs[2 * i] = ring.get(i).longitude();
            pairs[2 * i + 1] = ring.get(i).latitude();
        }
        return pairs;
    }
}
