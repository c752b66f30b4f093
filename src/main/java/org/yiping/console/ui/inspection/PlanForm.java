package org.yiping.console.ui.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.DayPicker;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.area.Area;
import org.yiping.domain.inspection.InspectionPlan;
import org.yiping.domain.inspection.InspectionSet;

/// Plans an inspection: name, days, area, and how many points of which kinds. FX thread.
final class PlanForm {
    private static final Set<String> LEVELS = Set.of("city", "district", "street");

    private final InspectionModel model;
    private final InspectionWords words;
    private final Runnable close;
    private final TextField name = new TextField();
    private final DayPicker from;
    private final DayPicker until;
    private final ComboBox<Area> area = new ComboBox<>();
    private final VBox quotas = Nodes.column("inspection-quotas");
    private final Map<String, TextField> numbers = new LinkedHashMap<>();
    private final Label problem = Nodes.whenSaid(Nodes.label("", "field-error"));
    private final KeyButton plan;
    private final VBox root;

    PlanForm(InspectionModel model, Hall hall, InspectionWords words, Runnable close) {
        this.model = model;
        this.words = words;
        this.close = close;
        name.setId("inspection/name");
        name.setAccessibleText(words.text("inspection.name"));
        from = new DayPicker("inspection/from", words.text("inspection.from"));
        until = new DayPicker("inspection/until", words.text("inspection.until"));
        area.setId("inspection/area");
        area.setAccessibleText(words.text("inspection.area"));
        area.setMaxWidth(Double.MAX_VALUE);
        area.setConverter(new Named());
        problem.setWrapText(true);
        plan = new KeyButton(hall.messages(), "inspection/plan", words.text("inspection.plan"), "", this::plan)
                .low()
                .primary();
        KeyButton cancel =
                new KeyButton(hall.messages(), "inspection/cancel", words.text("inspection.cancel"), "", close).low();
        Label means = Nodes.label(words.text("inspection.plan-means"), "t-second");
        means.setWrapText(true);
        VBox form = Nodes.column(
                "form",
                labelled("inspection.name", name),
                labelled("inspection.from", from),
                labelled("inspection.until", until),
                labelled("inspection.area", area),
                labelled("inspection.quotas", quotas),
                means,
                problem);
        ScrollPane scroll = Nodes.drawnStraight(new ScrollPane(form));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("figure-scroll");
        root = Nodes.column("inspection-sheet", Nodes.grow(scroll), Nodes.row("line", plan, cancel));
    }

    private VBox labelled(String key, Region field) {
        return Nodes.column("section", Nodes.label(words.text(key), "field-label"), field);
    }

    Region root() {
        return root;
    }

    void begin(LocalDate today) {
        name.clear();
        problem.setText("");
        from.setValue(today);
        until.setValue(today.plusDays(30));
        List<Area> areas = model.desk()
                .stores()
                .areas()
                .rows()
                .values()
                .filter(a -> LEVELS.contains(a.level()))
                .sorted(Comparator.comparing(a -> a.code().value()))
                .toList();
        area.getItems().setAll(areas);
        areas.stream()
                .filter(a -> a.level().equals("city"))
                .findFirst()
                .or(() -> areas.stream().findFirst())
                .ifPresent(area::setValue);
        numbers.clear();
        quotas.getChildren().clear();
        model.set().map(InspectionSet::kinds).orElse(List.of()).forEach(this::line);
        name.requestFocus();
    }

    private void line(InspectionSet.PointKind kind) {
        TextField field = new TextField();
        field.setId("inspection/quota-" + kind.code());
        field.setPromptText("0");
        field.setPrefColumnCount(4);
        String said = words.name(kind.name(), kind.nameEnglish());
        field.setAccessibleText(said);
        numbers.put(kind.code(), field);
        HBox line = Nodes.row("line", Nodes.grow(Nodes.cut(said, "t-body")), Nodes.spring(), field);
        quotas.getChildren().add(line);
    }

    private void plan() {
        String called = name.getText() == null ? "" : name.getText().strip();
        LocalDate begins = from.getValue();
        LocalDate ends = until.getValue();
        Area where = area.getValue();
        List<InspectionPlan.Quota> asked = quotas();
        if (called.isEmpty()) {
            problem.setText(words.text("inspection.need-name"));
        } else if (begins == null || ends == null || ends.isBefore(begins) || where == null) {
            problem.setText(words.text("inspection.need-days"));
        } else if (asked == null || asked.isEmpty()) {
            problem.setText(words.text("inspection.need-quotas", InspectionPlan.MOST_POINTS));
        } else {
            plan.pending(true);
            model.plan(new InspectionPlan.Task(called, begins, ends, where.code(), asked), why -> {
                plan.pending(false);
                problem.setText(why);
                if (why.isEmpty()) {
                    close.run();
                }
            });
        }
    }

    /// Absent where something is no number.
    private @Nullable List<InspectionPlan.Quota> quotas() {
        List<InspectionPlan.Quota> asked = new ArrayList<>();
        for (Map.Entry<String, TextField> e : numbers.entrySet()) {
            String typed =
                    e.getValue().getText() == null ? "" : e.getValue().getText().strip();
            if (!typed.matches("\\d{0,3}")) {
                return null;
            }
            if (!typed.isEmpty() && Integer.parseInt(typed) > 0) {
                asked.add(new InspectionPlan.Quota(e.getKey(), Integer.parseInt(typed)));
            }
        }
        return asked;
    }

    private static final class Named extends javafx.util.StringConverter<Area> {
        @Override
        public String toString(@Nullable Area area) {
            return area == null ? "" : area.name();
        }

        @Override
        public @Nullable Area fromString(String typed) {
            return null; // chosen, never typed
        }
    }
}
