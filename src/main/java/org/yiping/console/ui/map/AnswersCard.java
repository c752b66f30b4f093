package org.yiping.console.ui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.map.AreaKind;
import org.yiping.console.map.AreaLayer;
import org.yiping.console.store.Lookup;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.domain.advice.DutyGrid;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.component.Component;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.shift.Roster;

/// Who answers for a place, line by line, with what is not known said to be unknown (谁负责这里). FX thread.
final class AnswersCard {
    private static final int MOST = 3;

    private final CityMap map;
    private final Messages messages;
    private final Label about = Nodes.cut("", "t-second");
    private final GridPane lines = new GridPane();
    private final VBox root;
    private @Nullable Label grid;

    AnswersCard(CityMap map) {
        this.map = map;
        this.messages = map.hall().messages();
        lines.getStyleClass().add("answers-lines");
        var title = Nodes.row(
                "line",
                Icons.of("mdi2m-map-marker-question-outline", Icons.Size.CONTROL),
                Nodes.keep(messages.get("map.who"), "t-name"),
                Nodes.spring(),
                new IconButton("map/who-close", Icons.CLOSE, messages.get("map.close"), this::hide));
        root = Nodes.column("map-card", title, about, lines);
        root.getStyleClass().add("answers-card");
        root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(root, Pos.TOP_RIGHT);
        root.setTranslateX(-58);
        root.setTranslateY(10);
        hide();
    }

    Region root() {
        return root;
    }

    boolean isShown() {
        return root.isVisible();
    }

    void hide() {
        Nodes.show(root, false);
    }

    void show(Position place, String what, Responsibility who) {
        about.setText((what.isEmpty() ? "" : what + " · ")
                + String.format(Locale.ROOT, "WGS 84  %.5f, %.5f", place.longitude(), place.latitude()));
        lines.getChildren().clear();
        line("map.who-district", area(who, AreaKind.DISTRICT));
        line("map.who-street", area(who, AreaKind.STREET));
        line("map.who-community", area(who, AreaKind.COMMUNITY));
        line("map.who-cell", area(who, AreaKind.CELL));
        line(
                "map.who-department",
                some(who.departments().stream().map(Department::name).toList(), "map.who-no-department"));
        line(
                "map.who-collector",
                some(who.collectors().stream().map(this::collector).toList(), "map.who-no-collector"));
        grid = line("map.who-grid", messages.get(who.area().isPresent() ? "map.who-grid-asked" : "map.unknown"));
        line("map.who-duty", some(who.shifts().stream().map(this::shift).toList(), "map.who-no-duty"));
        Component c = who.component();
        if (c == null) {
            line("map.who-component", messages.get("map.who-no-component"));
        } else {
            line(
                    "map.who-component",
                    c.name() + " · " + c.id().value() + " · " + map.words().metres(place.distanceMetres(c.position())));
            line("map.who-owner", department(c.owner()));
            line("map.who-holder", department(c.holder()));
            line("map.who-authority", department(c.authority()));
        }
        Nodes.show(root, true);
        who.area().ifPresent(this::ask);
    }

    /// The grid is the platform's: by class, the one for all others last. What comes for a place shown no more is left.
    private void ask(AreaCode area) {
        Label mine = grid;
        var _ = map.desk()
                .lookup()
                .duties(area)
                .thenAccept(found -> map.hall().fx().execute(() -> {
                    if (mine != null && mine.equals(grid)) {
                        mine.setText(
                                switch (found) {
                                    case Lookup.Found.Got<List<DutyGrid.Duty>>(List<DutyGrid.Duty> duties) ->
                                        some(duties.stream().map(this::duty).toList(), "map.who-grid-none");
                                    case Lookup.Found.Refused<List<DutyGrid.Duty>> refused -> refused.detail();
                                    case Lookup.Found.Unreachable<List<DutyGrid.Duty>> _ ->
                                        messages.get("map.who-grid-unreachable");
                                });
                    }
                }));
    }

    private String duty(DutyGrid.Duty duty) {
        String department = map.words().department(duty.department());
        ClassCode code = duty.classCode();
        return code == null
                ? messages.get("map.who-grid-others", department)
                : map.words().classes(code.value()) + " · " + department;
    }

    private String area(Responsibility who, AreaKind kind) {
        AreaLayer.Area area = who.areas().get(kind);
        if (area == null) {
            return messages.get("map.unknown");
        }
        return area.name().isBlank() || area.name().equals(area.code())
                ? area.code()
                : area.name() + " · " + area.code();
    }

    private String collector(Responsibility.Collector c) {
        return c.heard() == null
                ? messages.get("map.who-not-heard", c.person().name())
                : messages.get(
                        "map.who-heard",
                        c.person().name(),
                        map.words().moment(c.heard(), map.hall().now()));
    }

    private String shift(Roster.Shift shift) {
        String name = map.words().english() && !shift.nameEnglish().isBlank() ? shift.nameEnglish() : shift.name();
        return name + " "
                + shift.people().stream()
                        .filter(d -> d.post().value().equals("duty-leader")
                                || d.post().value().equals("collector"))
                        .map(d -> map.words().post(d.post()) + " " + map.words().person(d.person()))
                        .limit(MOST)
                        .collect(Collectors.joining(" · "));
    }

    private String department(@Nullable DepartmentId id) {
        return id == null ? messages.get("map.unknown") : map.words().department(id);
    }

    /// The first of them, a line each, and how many more there are.
    private String some(List<String> all, String unknown) {
        if (all.isEmpty()) {
            return messages.get(unknown);
        }
        List<String> first = new ArrayList<>(all.subList(0, Math.min(MOST, all.size())));
        if (all.size() > MOST) {
            first.add(messages.get("map.who-more", all.size() - MOST));
        }
        return String.join("\n", first);
    }

    private Label line(String key, String words) {
        Label name = Nodes.keep(messages.get(key), "t-second");
        Label value = new Label(words);
        value.getStyleClass().add("t-body");
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setValignment(name, javafx.geometry.VPos.TOP);
        lines.addRow(lines.getRowCount(), name, value);
        return value;
    }

    /// What stands in the card, a line each.
    List<String> said() {
        return lines.getChildren().stream().map(n -> ((Label) n).getText()).toList();
    }
}
