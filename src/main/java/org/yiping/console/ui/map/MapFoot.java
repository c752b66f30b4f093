package org.yiping.console.ui.map;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.map.AreaKind;
import org.yiping.console.map.AreaLayer;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.ScaleBar;
import org.yiping.console.ui.Nodes;
import org.yiping.domain.geo.Layer;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Department;

/// What stands at the map's lower edge: datum and place of the pointer, cell, scale; and whose map it is. FX thread.
final class MapFoot {
    private static final double BAR_PIXELS = 120;
    private static final double BESIDE_PIXELS = 36;

    private final CityMap map;
    private final WhoAnswers answers;
    private final Label place = Nodes.keep("", "t-second", "t-plain");
    private final Label areas = Nodes.keep("", "t-second", "t-plain");
    private final Label duty = Nodes.keep("", "t-second", "t-plain");
    private final Label cell = Nodes.keep("", "t-second", "t-plain");
    private final Label scale = Nodes.keep("", "t-second", "t-plain");
    private final Label distance = Nodes.keep("", "t-second", "t-plain");
    private final Region bar = new Region();
    private final Label attribution = Nodes.keep("", "map-attribution");
    private final HBox who = new HBox();
    private final HBox line = new HBox();
    private final VBox root;
    private double width;
    private boolean oneLine;
    private @Nullable Position pointed;

    MapFoot(CityMap map, WhoAnswers answers) {
        this.map = map;
        this.answers = answers;
        bar.getStyleClass().add("scale-bar");
        who.getStyleClass().add("map-foot-line");
        line.getStyleClass().add("map-foot-line");
        root = Nodes.column("map-foot", who, line);
        root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        arrange(true);
        root.setMouseTransparent(true);
        attribution.setMouseTransparent(true);
        StackPane.setAlignment(attribution, Pos.BOTTOM_LEFT);
    }

    Region root() {
        return root;
    }

    Region attribution() {
        return attribution;
    }

    /// Where it does not fit on one line beside the attribution, who answers stands on a line above; where that
    /// does not help, areas, duty, cell and place leave whole. Whose map it is must always be read.
    void fit(double available) {
        width = available;
        double room = width - attribution.prefWidth(-1) - BESIDE_PIXELS;
        List<Label> leaving = List.of(areas, duty, cell, place);
        leaving.forEach(each -> Nodes.show(each, !each.getText().isEmpty()));
        Nodes.show(who, !oneLine);
        arrange(room >= wholeWidth());
        if (!oneLine) {
            double sides = root.getInsets().getLeft() + root.getInsets().getRight();
            for (Label each : leaving) {
                HBox on = each.equals(areas) || each.equals(duty) ? who : line;
                Nodes.show(each, each.isVisible() && room >= on.prefWidth(-1) + sides);
            }
            Nodes.show(who, areas.isVisible() || duty.isVisible());
        }
    }

    /// Of everything on one line, however it stands now.
    private double wholeWidth() {
        double gap = line.getSpacing()
                + root.getInsets().getLeft()
                + root.getInsets().getRight();
        return oneLine ? root.prefWidth(-1) : who.prefWidth(-1) + line.prefWidth(-1) + gap;
    }

    private void arrange(boolean single) {
        if (single == oneLine) {
            return;
        }
        oneLine = single;
        who.getChildren().clear();
        line.getChildren().clear();
        (single ? line : who).getChildren().addAll(areas, duty);
        line.getChildren().addAll(place, cell, scale, bar, distance);
        Nodes.show(who, !single);
    }

    /// Again once a second: the cells may come after the pointer.
    void tick() {
        Position known = pointed;
        if (known != null) {
            pointer(known);
        }
    }

    Optional<Position> pointed() {
        return Optional.ofNullable(pointed);
    }

    void pointer(Position p) {
        pointed = p;
        place.setText(String.format(Locale.ROOT, "WGS 84  %.5f, %.5f", p.longitude(), p.latitude()));
        Messages messages = map.hall().messages();
        Responsibility who = answers.at(p);
        AreaLayer.Area in = who.areas().get(AreaKind.CELL);
        cell.setText(in == null ? messages.get("map.no-cell") : messages.get("map.cell", in.code()));
        areas.setText(Stream.of(AreaKind.DISTRICT, AreaKind.STREET, AreaKind.COMMUNITY)
                .flatMap(k -> Stream.ofNullable(who.areas().get(k)))
                .map(a -> a.name().isBlank() ? a.code() : a.name())
                .collect(Collectors.joining(" / ")));
        duty.setText(messages.get(
                "map.duty",
                who.departments().stream().findFirst().map(Department::name).orElse(messages.get("map.unknown")),
                who.collectors().stream()
                        .findFirst()
                        .map(c -> c.person().name())
                        .orElse(messages.get("map.unknown"))));
        fit(width);
    }

    void scale(MapCamera camera) {
        scale.setText(String.format(Locale.ROOT, "%.1f m/px", camera.metresPerPixel()));
        ScaleBar fitting = ScaleBar.fitting(camera.metresPerPixel(), BAR_PIXELS);
        double pixels = Math.rint(fitting.pixels());
        bar.setMinWidth(pixels);
        bar.setPrefWidth(pixels);
        bar.setMaxWidth(pixels);
        distance.setText(map.words().metres(fitting.metres()));
        attribution.setText(map.desk().city().stream()
                .flatMap(c -> c.layers().stream())
                .map(Layer::attribution)
                .filter(a -> !a.isBlank())
                .distinct()
                .collect(Collectors.joining(" · ")));
        fit(width);
        if (place.getText().isEmpty()) {
            map.engine()
                    .get()
                    .ifPresent(
                            e -> pointer(e.projection().toPosition(new CityPoint(camera.centreX(), camera.centreY()))));
        }
    }
}
