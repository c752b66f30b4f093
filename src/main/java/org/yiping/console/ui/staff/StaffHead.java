package org.yiping.console.ui.staff;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.FigureWords;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.domain.kpi.Period;

/// Of which time the page is: a day, week or month, and the one before or after it; and the rules it was
/// judged by. FX thread.
final class StaffHead {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Hall hall;
    private final Words words;
    private final FigureWords figures;
    private final Runnable changed;
    private final Map<String, Chip> periods = new LinkedHashMap<>();
    private final Label span = Nodes.keep("", "t-name");
    private final Label rules = Nodes.cut("", "t-second");
    private final IconButton later;
    private final FlowPane root = new FlowPane();
    private String period = "day";
    private @Nullable LocalDate day;

    StaffHead(Hall hall, Words words, Runnable changed) {
        this.hall = hall;
        this.words = words;
        this.changed = changed;
        Messages messages = hall.messages();
        figures = new FigureWords(words, messages);
        for (String each : List.of("day", "week", "month")) {
            Chip chip = new Chip("staff/period-" + each, title(each));
            chip.setOnAction(_ -> {
                period = each;
                day = null;
                mark();
            });
            periods.put(each, chip);
        }
        IconButton earlier =
                new IconButton("staff/earlier", Icons.EARLIER, messages.get("kpi.earlier"), () -> step(-1));
        later = new IconButton("staff/later", Icons.LATER, messages.get("kpi.later"), () -> step(1));
        root.getStyleClass().add("figure-head");
        root.getChildren().addAll(periods.values());
        root.getChildren().addAll(Nodes.row("line", earlier, span, later), rules);
        show();
    }

    Region root() {
        return root;
    }

    String period() {
        return period;
    }

    @Nullable
    LocalDate day() {
        return day;
    }

    /// The last day of the period that has begun: the one that is opened of a person.
    LocalDate shownDay() {
        LocalDate today = hall.now().atZone(words.zone()).toLocalDate();
        LocalDate last = of(day).map(p -> LocalDate.ofInstant(p.span().until().minusMillis(1), words.zone()))
                .orElse(today);
        return last.isAfter(today) ? today : last;
    }

    void rules(String text) {
        rules.setText(text);
    }

    private Optional<Period> of(@Nullable LocalDate at) {
        ZonedDateTime moment = at == null
                ? hall.now().atZone(words.zone())
                : at.plusDays(1).atStartOfDay(words.zone()).minusNanos(1_000_000);
        return Period.of(period, moment);
    }

    private void step(int by) {
        of(day).ifPresent(p -> {
            LocalDate next = by < 0
                    ? LocalDate.ofInstant(p.span().from().minusMillis(1), words.zone())
                    : LocalDate.ofInstant(p.span().until().plusMillis(1), words.zone());
            LocalDate today = hall.now().atZone(words.zone()).toLocalDate();
            boolean runs = of(next).filter(n -> n.span().contains(hall.now())).isPresent();
            day = runs || next.isAfter(today) ? null : next;
            mark();
        });
    }

    private void mark() {
        show();
        changed.run();
    }

    /// The period moves on at midnight.
    void show() {
        periods.forEach((name, chip) -> {
            chip.setSelected(name.equals(period));
            chip.pseudoClassStateChanged(SELECTED, name.equals(period));
        });
        later.setDisable(day == null);
        span.setText(of(day).map(p -> figures.span(p.span())).orElse(""));
    }

    private String title(String each) {
        return switch (each) {
            case "week" -> hall.messages().get("kpi.period-week");
            case "month" -> hall.messages().get("kpi.period-month");
            default -> hall.messages().get("kpi.period-day");
        };
    }
}
