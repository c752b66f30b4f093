package org.yiping.console.ui.kpi;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.FigureWords;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Period;

/// Of which time and of whom the page's figures are: a period or a sliding window and the one before or after
/// it, an area of the tree, a department. FX thread.
final class FigureHead {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    /// As the trade's platforms name them; another one that is chosen stands in the box as well.
    private static final List<String> SOURCES =
            List.of("collector", "hotline", "video", "alarm", "app", "upper", "media", "staff", "visit", "web");
    private static final List<String> LEVELS = List.of("city", "district", "street", "community");

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final FigureWords figures;
    private final Runnable changed;
    private final Map<String, Chip> periods = new LinkedHashMap<>();
    private final ComboBox<Choice> areas = new ComboBox<>();
    private final ComboBox<Choice> departments = new ComboBox<>();
    private final ComboBox<Choice> classes = new ComboBox<>();
    private final ComboBox<Choice> sources = new ComboBox<>();
    private final Label span = Nodes.keep("", "t-name");
    private final FlowPane root = new FlowPane();
    private final IconButton later;
    private String period = "month";
    private @Nullable LocalDate day;
    private FigureScope scope = FigureScope.CITY;
    private boolean filling;

    /// An area, department, class or source, or all of them without a code.
    private record Choice(String code, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    FigureHead(Desk desk, Hall hall, Words words, Runnable changed) {
        this.desk = desk;
        this.hall = hall;
        this.words = words;
        this.changed = changed;
        Messages messages = hall.messages();
        figures = new FigureWords(words, messages);
        for (String each : List.of("day", "week", "month", "quarter", "year", "24h", "7d", "30d")) {
            Chip chip = new Chip("figures/period-" + each, title(each));
            chip.setOnAction(_ -> period(each));
            periods.put(each, chip);
        }
        IconButton earlier =
                new IconButton("figures/earlier", Icons.EARLIER, messages.get("kpi.earlier"), () -> step(-1));
        later = new IconButton("figures/later", Icons.LATER, messages.get("kpi.later"), () -> step(1));
        box(areas, "figures/area", messages.get("kpi.area"));
        box(departments, "figures/department", messages.get("kpi.department"));
        box(classes, "figures/class", messages.get("kpi.class"));
        box(sources, "figures/source", messages.get("kpi.source-name"));
        root.getStyleClass().addAll("figure-head");
        root.getChildren().addAll(periods.values());
        root.getChildren().add(Nodes.row("line", earlier, span, later));
        root.getChildren().addAll(areas, departments, classes, sources);
        fill();
        mark();
    }

    private void box(ComboBox<Choice> box, String id, String name) {
        box.setId(id);
        box.setAccessibleText(name);
        box.getStyleClass().add("figure-choice");
        box.valueProperty().subscribe(_ -> chosen());
    }

    Region root() {
        return root;
    }

    Frame frame() {
        return new Frame(period, day, scope);
    }

    /// The areas and departments there are now.
    void fill() {
        filling = true;
        List<Choice> tree = new ArrayList<>();
        tree.add(new Choice("", hall.messages().get("kpi.all-areas")));
        desk.stores()
                .areas()
                .rows()
                .values()
                .filter(a -> LEVELS.indexOf(a.level()) > 0)
                .sorted(Comparator.comparing(a -> a.code().value()))
                .forEach(a -> tree.add(new Choice(a.code().value(), indented(a))));
        List<Choice> offices = new ArrayList<>();
        offices.add(new Choice("", hall.messages().get("kpi.all-departments")));
        desk.stores()
                .departments()
                .rows()
                .values()
                .sorted(Comparator.comparing(Department::name))
                .forEach(d -> offices.add(new Choice(d.id().value(), d.name())));
        AreaCode cell = scope.area(); // which stands in no tree of choices
        if (cell != null && tree.stream().noneMatch(c -> c.code().equals(cell.value()))) {
            tree.add(new Choice(cell.value(), words.area(cell)));
        }
        put(areas, tree, cell == null ? "" : cell.value());
        put(
                departments,
                offices,
                scope.department() == null ? "" : scope.department().value());
        fillKinds();
        filling = false;
    }

    /// Whole major classes, and sources as the program names them.
    private void fillKinds() {
        List<Choice> kinds = new ArrayList<>();
        kinds.add(new Choice("", hall.messages().get("kpi.all-classes")));
        Map<String, String> majors = new LinkedHashMap<>();
        desk.city()
                .ifPresent(c -> c.rules().catalogue().classes().stream()
                        .sorted(Comparator.comparing(k -> k.code().value()))
                        .forEach(k -> {
                            String major = major(k.code().value());
                            majors.putIfAbsent(major, words.group(k) + (words.english() ? " " + major : ""));
                        }));
        majors.forEach((code, name) -> kinds.add(new Choice(code, name)));
        ClassCode kind = scope.classCode();
        if (kind != null && !majors.containsKey(kind.value())) {
            kinds.add(new Choice(kind.value(), words.classes(kind.value())));
        }
        List<Choice> from = new ArrayList<>();
        from.add(new Choice("", hall.messages().get("kpi.all-sources")));
        SOURCES.forEach(s -> from.add(new Choice(s, words.source(new SourceCode(s)))));
        SourceCode source = scope.source();
        if (source != null && !SOURCES.contains(source.value())) {
            from.add(new Choice(source.value(), words.source(source)));
        }
        put(classes, kinds, kind == null ? "" : kind.value());
        put(sources, from, source == null ? "" : source.value());
    }

    /// Up to its first two digits: whatever begins so belongs to it.
    private static String major(String code) {
        int from = 0;
        while (from < code.length() && !Character.isDigit(code.charAt(from))) {
            from++;
        }
        return code.substring(0, Math.min(code.length(), from + 2));
    }

    private static void put(ComboBox<Choice> box, List<Choice> choices, String chosen) {
        if (!box.getItems().equals(choices)) {
            box.getItems().setAll(choices);
        }
        choices.stream().filter(c -> c.code().equals(chosen)).findFirst().ifPresent(box::setValue);
    }

    private static String indented(Area area) {
        return "\u3000".repeat(Math.max(0, LEVELS.indexOf(area.level()) - 1)) + area.name();
    }

    private void chosen() {
        Choice area = areas.getValue();
        Choice office = departments.getValue();
        Choice kind = classes.getValue();
        Choice source = sources.getValue();
        if (filling || area == null || office == null || kind == null || source == null) {
            return;
        }
        scope = new FigureScope(
                area.code().isEmpty() ? null : new AreaCode(area.code()),
                office.code().isEmpty() ? null : new DepartmentId(office.code()),
                kind.code().isEmpty() ? null : new ClassCode(kind.code()),
                source.code().isEmpty() ? null : new SourceCode(source.code()),
                null,
                null,
                null,
                null);
        changed.run();
    }

    /// Only its area, department, class and source.
    void narrow(FigureScope next) {
        scope = new FigureScope(
                next.area(), next.department(), next.classCode(), next.source(), null, null, null, null);
        fill();
        changed.run();
    }

    private void period(String next) {
        period = next;
        day = null;
        mark();
        changed.run();
    }

    private Optional<Period> period() {
        LocalDate of = day;
        ZonedDateTime at = hall.now().atZone(words.zone());
        return Period.of(
                period,
                of == null ? at : of.plusDays(1).atStartOfDay(words.zone()).minusNanos(1_000_000));
    }

    /// To the period before, or after it; never beyond the one that runs.
    private void step(int by) {
        period().ifPresent(p -> {
            LocalDate today = hall.now().atZone(words.zone()).toLocalDate();
            LocalDate next = by < 0
                    ? LocalDate.ofInstant(p.span().from().minusMillis(1), words.zone())
                    : LocalDate.ofInstant(p.span().until().plusMillis(1), words.zone());
            if (by > 0 && (p.kind() == Period.Kind.HOURS || p.kind() == Period.Kind.DAYS)) {
                next = LocalDate.ofInstant(p.span().until(), words.zone())
                        .plusDays(Math.max(1, p.kind() == Period.Kind.DAYS ? p.length() : p.length() / 24));
            }
            Optional<Period> after = Period.of(
                    period, next.plusDays(1).atStartOfDay(words.zone()).minusNanos(1_000_000));
            boolean runs = after.filter(a -> a.span().contains(hall.now())).isPresent();
            day = runs || !next.isBefore(today) ? null : next;
            mark();
            changed.run();
        });
    }

    private void mark() {
        periods.forEach((name, chip) -> {
            chip.setSelected(name.equals(period));
            chip.pseudoClassStateChanged(SELECTED, name.equals(period));
        });
        later.setDisable(day == null);
        tick();
    }

    /// A window slides.
    void tick() {
        span.setText(period().map(p -> figures.span(p.span())).orElse(""));
    }

    private String title(String each) {
        Messages m = hall.messages();
        return switch (each) {
            case "day" -> m.get("kpi.period-day");
            case "week" -> m.get("kpi.period-week");
            case "month" -> m.get("kpi.period-month");
            case "quarter" -> m.get("kpi.period-quarter");
            case "year" -> m.get("kpi.period-year");
            case "24h" -> m.get("kpi.period-24h");
            case "7d" -> m.get("kpi.period-7d");
            default -> m.get("kpi.period-30d");
        };
    }
}
