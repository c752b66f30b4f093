package org.yiping.console.ui.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.CounterWords;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.DayPicker;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.report.ReportRun;
import org.yiping.domain.report.ReportTemplate;
import org.yiping.domain.report.ReportTemplates;
import org.yiping.domain.report.ReportWish;

/// The city's templates and the list of cases, and what is asked of the chosen one. FX thread.
final class OrderForm {
    private final ReportsModel model;
    private final Desk desk;
    private final Messages messages;
    private final Words words;
    private final ListView<Kind> kinds = new ListView<>();
    private final DayPicker day;
    private final ComboBox<Choice> periods = new ComboBox<>();
    private final ComboBox<Choice> departments = new ComboBox<>();
    private final AreaBox areas;
    private final ComboBox<Choice> counters = new ComboBox<>();
    private final ComboBox<Choice> formats = new ComboBox<>();
    private final ComboBox<Choice> languages = new ComboBox<>();
    private final Label faults = new Label();
    private final Label says = Nodes.cut("", "t-second");
    private final KeyButton order;
    private final VBox fields = new VBox();
    private final PanelFrame root;
    private @Nullable ReportTemplates shown;

    /// A template, or without one the list of cases.
    private record Kind(ReportTemplates.@Nullable Listed listed) {}

    private record Choice(String code, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    OrderForm(ReportsModel model, Desk desk, Hall hall) {
        this.model = model;
        this.desk = desk;
        messages = hall.messages();
        words = new Words(desk.stores(), messages);
        day = new DayPicker("report/day", messages.get("report.day"));
        order = new KeyButton(messages, "report/order", messages.get("report.order"), "Ctrl ↵", this::order).tall();
        order.getStyleClass().add("primary");
        kinds.setId("report/templates");
        kinds.setAccessibleText(messages.get("report.templates"));
        kinds.getStyleClass().add("report-templates");
        kinds.setCellFactory(_ -> new Cell());
        kinds.setPlaceholder(EmptyState.empty(messages.get("report.waiting")));
        kinds.getSelectionModel().selectedItemProperty().subscribe(_ -> arrange());
        box(periods, "report/period", messages.get("report.period"));
        box(departments, "report/department", messages.get("report.department"));
        areas = new AreaBox(desk, messages);
        box(counters, "report/counter", messages.get("report.counter"));
        box(formats, "report/format", messages.get("report.format"));
        box(languages, "report/language", messages.get("report.language"));
        put(languages, List.of(new Choice("zh", "中文"), new Choice("en", "English")), words.english() ? "en" : "zh");
        put(formats, List.of(new Choice("xlsx", "XLSX"), new Choice("csv", "CSV")), "xlsx");
        put(
                periods,
                List.of(
                        new Choice("day", messages.get("report.period-day")),
                        new Choice("week", messages.get("report.period-week")),
                        new Choice("month", messages.get("report.period-month")),
                        new Choice("quarter", messages.get("report.period-quarter")),
                        new Choice("year", messages.get("report.period-year"))),
                "month");
        List<Choice> all = new ArrayList<>();
        for (Counter counter : Counter.values()) {
            all.add(new Choice(counter.code(), CounterWords.of(counter.code(), messages)));
        }
        put(counters, all, Counter.REPORTED.code());
        faults.setWrapText(true);
        faults.getStyleClass().addAll("t-second", "report-faults");
        fields.getStyleClass().add("form");
        VBox content = new VBox(Nodes.grow(kinds), faults, fields);
        root = new PanelFrame(new PanelHeader(messages, messages.get("report.templates")), content);
        Region foot = Nodes.row("line", order, Nodes.grow(says));
        root.foot(foot);
        foot.getStyleClass().add("form-foot");
        arrange();
    }

    private static void box(ComboBox<Choice> box, String id, String name) {
        box.setId(id);
        box.setAccessibleText(name);
        box.setMaxWidth(Double.MAX_VALUE);
    }

    private static void put(ComboBox<Choice> box, List<Choice> choices, String chosen) {
        if (!box.getItems().equals(choices)) {
            box.getItems().setAll(choices);
        }
        choices.stream().filter(c -> c.code().equals(chosen)).findFirst().ifPresent(box::setValue);
    }

    Region root() {
        return root;
    }

    /// What the platform has, and the departments there are now.
    void refresh() {
        ReportTemplates templates = model.templates().orElse(null);
        if (templates != null && !templates.equals(shown)) {
            shown = templates;
            List<Kind> all = new ArrayList<>();
            templates.items().forEach(t -> all.add(new Kind(t)));
            all.add(new Kind(null));
            kinds.getItems().setAll(all);
            kinds.getSelectionModel().selectFirst();
        }
        String refused = templates == null ? "" : String.join("\n", templates.faults());
        Nodes.show(faults, !refused.isEmpty());
        faults.setText(messages.get("report.faults", refused));
        List<Choice> offices = new ArrayList<>();
        desk.stores()
                .departments()
                .rows()
                .values()
                .sorted(Comparator.comparing(Department::name))
                .forEach(d -> offices.add(new Choice(d.id().value(), d.name())));
        if (!departments.getItems().equals(offices)) {
            Choice before = departments.getValue();
            put(departments, offices, before == null ? "" : before.code());
        }
        areas.refresh();
        order.pending(model.isSending());
        says.setText(model.trouble());
    }

    private @Nullable Kind kind() {
        return kinds.getSelectionModel().getSelectedItem();
    }

    private @Nullable ReportTemplate template() {
        Kind kind = kind();
        return kind == null || kind.listed() == null ? null : kind.listed().template();
    }

    /// Only what the chosen one asks for.
    private void arrange() {
        Kind kind = kind();
        ReportTemplate template = template();
        fields.getChildren().clear();
        if (kind == null) {
            order.forbid(messages.get("report.waiting"));
            return;
        }
        order.allow();
        if (template == null) {
            fields.getChildren().addAll(field("report.counter", counters), field("report.period", periods));
        }
        if (template != null && template.ofDepartment()) {
            fields.getChildren().add(field("report.department", departments));
        }
        if (template == null || !template.ofDepartment()) {
            fields.getChildren().add(field("report.area", areas.root()));
        }
        fields.getChildren().addAll(field("report.day", day), field("report.language", languages));
        if (template == null) {
            fields.getChildren().add(field("report.format", formats));
        }
        order.words(messages.get(template == null ? "report.order-list" : "report.order"));
    }

    private Region field(String key, Region input) {
        Label name = Nodes.keep(messages.get(key), "t-second", "report-field");
        return Nodes.row("line", name, Nodes.grow(input));
    }

    void order() {
        Kind kind = kind();
        ReportTemplate template = template();
        Choice office = departments.getValue();
        if (kind == null || !order.allowed()) {
            return;
        }
        if (template != null && template.ofDepartment() && office == null) {
            says.setText(messages.get("report.which-department"));
            departments.requestFocus();
            return;
        }
        model.order(
                template == null
                        ? new ReportWish(
                                null,
                                code(counters),
                                code(formats),
                                code(periods),
                                day.getValue(),
                                areas.scope(),
                                code(languages))
                        : new ReportWish(
                                template.code().value(),
                                null,
                                null,
                                null,
                                day.getValue(),
                                template.ofDepartment()
                                        ? FigureScope.of(new DepartmentId(
                                                Objects.requireNonNull(office).code()))
                                        : areas.scope(),
                                code(languages)));
    }

    private static String code(ComboBox<Choice> box) {
        Choice choice = box.getValue();
        return choice == null ? "" : choice.code();
    }

    /// What a period is called.
    static String period(String code, Messages messages) {
        return switch (code) {
            case "day" -> messages.get("report.period-day");
            case "week" -> messages.get("report.period-week");
            case "month" -> messages.get("report.period-month");
            case "quarter" -> messages.get("report.period-quarter");
            case "year" -> messages.get("report.period-year");
            default -> code;
        };
    }

    private final class Cell extends ListCell<Kind> {
        private final Label title = Nodes.cut("", "t-body");
        private final Label more = Nodes.cut("", "t-second");
        private final VBox box = new VBox(title, more);

        Cell() {
            box.setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Kind kind, boolean empty) {
            super.updateItem(kind, empty);
            if (empty || kind == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            ReportTemplates.Listed listed = kind.listed();
            if (listed == null) {
                title.setText(messages.get("report.case-list"));
                more.setText(messages.get("report.case-list-means"));
            } else {
                ReportTemplate t = listed.template();
                title.setText(t.title(words.english())
                        + (Boolean.TRUE.equals(t.sample()) ? " · " + messages.get("report.sample") : ""));
                String span = period(t.period(), messages);
                more.setText(
                        listed.next() == null
                                ? messages.get("report.by-hand", span)
                                : messages.get("report.next", span, words.stamp(listed.next())));
            }
            setAccessibleText(title.getText() + " " + more.getText());
            setGraphic(box);
        }
    }

    /// Which file is the one people open.
    static String main(ReportRun run) {
        return run.listsCases() ? run.formats().getFirst() : ReportRun.PDF;
    }
}
