package org.yiping.console.ui.debrief;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.DayPicker;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.room.Debrief;

/// Which stretch of the past is looked at: of the picked case or of the hall and an area. FX thread.
final class ChooseForm {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Set<String> LEVELS = Set.of("city", "district", "street");
    /// What led to a report and what followed its end belongs to it.
    private static final Duration AROUND = Duration.ofMinutes(1);

    private final Desk desk;
    private final Hall hall;
    private final ReplayModel replay;
    private final DebriefModel debriefs;
    private final DebriefWords words;
    private final Chip ofCase;
    private final Chip ofHall;
    private final Label subject = Nodes.label("", "t-body", "t-strong");
    private final DayPicker sinceDay;
    private final DayPicker untilDay;
    private final TextField since = new TextField();
    private final TextField until = new TextField();
    private final ComboBox<Choice> area = new ComboBox<>();
    private final VBox areaPart;
    private final Label problem = Nodes.whenSaid(Nodes.label("", "field-error"));
    private final KeyButton begin;
    private final VBox root;
    private boolean whole = true;
    private @Nullable CaseId chosen;
    private boolean filling;

    /// Absent is the whole city.
    private record Choice(@Nullable AreaCode code, String said) {
        @Override
        public String toString() {
            return said;
        }
    }

    ChooseForm(Desk desk, Hall hall, ReplayModel replay, DebriefModel debriefs, DebriefWords words) {
        this.desk = desk;
        this.hall = hall;
        this.replay = replay;
        this.debriefs = debriefs;
        this.words = words;
        ofCase = new Chip("debrief/of-picked", words.text("debrief.one-case"));
        ofHall = new Chip("debrief/of-hall", words.text("debrief.of-hall"));
        ofCase.setOnAction(_ -> of(false));
        ofHall.setOnAction(_ -> of(true));
        subject.setWrapText(true);
        sinceDay = new DayPicker("debrief/since-day", words.text("debrief.since-day"));
        untilDay = new DayPicker("debrief/until-day", words.text("debrief.until-day"));
        field(since, "debrief/since", "debrief.since");
        field(until, "debrief/until", "debrief.until");
        area.setId("debrief/area");
        area.setAccessibleText(words.text("debrief.area"));
        area.setMaxWidth(Double.MAX_VALUE);
        area.valueProperty().subscribe(_ -> within());
        problem.setWrapText(true);
        begin = new KeyButton(hall.messages(), "debrief/begin", words.text("debrief.begin"), "G", this::begin)
                .primary();
        KeyButton hour = new KeyButton(
                hall.messages(), "debrief/last-hour", words.text("debrief.last-hour"), "N", this::lastHour);
        areaPart = Nodes.column("section", Nodes.label(words.text("debrief.area"), "field-label"), area);
        javafx.scene.layout.FlowPane buttons = new javafx.scene.layout.FlowPane(begin, hour);
        buttons.getStyleClass().add("past-buttons");
        root = Nodes.column(
                "debrief-form",
                Nodes.row("line", ofCase, ofHall),
                subject,
                labelled("debrief.since", sinceDay, since),
                labelled("debrief.until", untilDay, until),
                areaPart,
                problem,
                buttons);
    }

    private void field(TextField field, String id, String key) {
        field.setId(id);
        field.setAccessibleText(words.text(key));
        field.setPromptText("HH:mm");
        field.getStyleClass().add("debrief-time");
        field.setOnAction(_ -> begin());
        Nodes.onEscape(field, () -> begin.requestFocus());
    }

    private VBox labelled(String key, DayPicker day, TextField time) {
        return Nodes.column(
                "section", Nodes.label(words.text(key), "field-label"), Nodes.row("line", Nodes.grow(day), time));
    }

    Region root() {
        return root;
    }

    /// The first look fills it with the hour before now.
    void show() {
        areas();
        if (sinceDay.getValue() == null) {
            of(desk.pickedCaseId().isEmpty());
        }
        refresh();
    }

    private void areas() {
        filling = true;
        Choice before = area.getValue();
        List<Choice> all = new java.util.ArrayList<>();
        all.add(new Choice(null, words.text("debrief.whole-city")));
        desk.stores()
                .areas()
                .rows()
                .values()
                .filter(a -> LEVELS.contains(a.level()) && !a.level().equals("city"))
                .sorted(Comparator.comparing((Area a) -> a.code().value()))
                .forEach(a -> all.add(new Choice(a.code(), a.name())));
        if (!area.getItems().equals(all)) {
            area.getItems().setAll(all);
        }
        area.setValue(before != null && all.contains(before) ? before : all.getFirst());
        filling = false;
    }

    private void of(boolean hallOfIt) {
        whole = hallOfIt;
        problem.setText("");
        if (whole) {
            chosen = null;
            Instant now = hall.now().truncatedTo(ChronoUnit.MINUTES);
            fill(now.minus(Duration.ofHours(1)), now);
        } else {
            chosen = desk.pickedCaseId().orElse(null);
            if (chosen != null) {
                Debrief.Subject s = stretch(chosen);
                fill(s.since(), s.until());
            }
        }
        refresh();
    }

    /// Follows what the seat picks, while a case is asked for.
    void picked() {
        if (!whole && !desk.pickedCaseId().map(id -> id.equals(chosen)).orElse(true)) {
            of(false);
        }
    }

    void refresh() {
        ofCase.setSelected(!whole);
        ofHall.setSelected(whole);
        Nodes.show(areaPart, whole);
        CaseId id = chosen;
        subject.setText(
                whole
                        ? words.text("debrief.hall-means")
                        : id == null ? words.text("debrief.no-case") : words.caseName(id));
        boolean hidden = desk.stores().veil().on();
        Transport.allow(
                begin,
                hidden
                        ? words.text("debrief.hidden")
                        : !whole && id == null ? words.text("debrief.no-case") : "");
    }

    private void fill(Instant from, Instant to) {
        ZonedDateTime a = from.atZone(words.names().zone());
        ZonedDateTime b = to.atZone(words.names().zone());
        sinceDay.setValue(a.toLocalDate());
        untilDay.setValue(b.toLocalDate());
        since.setText(MINUTE.format(a));
        until.setText(MINUTE.format(b));
    }

    /// From its report to its end or now, as much of it as one looks at at once.
    private Debrief.Subject stretch(CaseId id) {
        Instant now = hall.now();
        Case c = desk.stores().cases().find(id).orElse(null);
        Instant from = c == null
                ? now.minus(Debrief.LONGEST)
                : c.report().reportedAt().minus(AROUND).truncatedTo(ChronoUnit.MINUTES);
        Instant closed = c == null ? null : c.progress().milestones().closedAt();
        Instant to = closed == null ? now : closed.plus(AROUND.multipliedBy(2)).truncatedTo(ChronoUnit.MINUTES);
        Instant last = from.plus(Debrief.LONGEST);
        Instant end = to.isAfter(last) ? last : to;
        return new Debrief.Subject(id, from, end.isAfter(now) ? now : end);
    }

    /// The picked case of the seat, at once.
    void beginCase() {
        of(false);
        CaseId id = chosen;
        if (id != null) {
            debriefs.leave();
            Debrief.Subject s = stretch(id);
            replay.open(s, null, s.since());
        }
    }

    void lastHour() {
        of(true);
        begin();
    }

    private void begin() {
        Instant from = at(sinceDay, since);
        Instant to = at(untilDay, until);
        Instant now = hall.now();
        if (begin.allowed() && from != null && to != null) {
            Instant end = to.isAfter(now) ? now : to;
            if (!from.isBefore(end)) {
                problem.setText(words.text("debrief.need-order"));
            } else if (Duration.between(from, end).compareTo(Debrief.LONGEST) > 0) {
                problem.setText(words.text("debrief.too-long", Debrief.LONGEST.toDays()));
            } else {
                problem.setText("");
                debriefs.leave();
                replay.open(new Debrief.Subject(whole ? null : chosen, from, end), whole ? area() : null, from);
            }
        } else {
            problem.setText(begin.allowed() ? words.text("debrief.need-times") : begin.reason());
        }
    }

    private @Nullable AreaCode area() {
        Choice choice = area.getValue();
        return choice == null ? null : choice.code();
    }

    /// Another area of the stretch that is looked at, at its moment.
    private void within() {
        if (!filling && whole) {
            replay.subject()
                    .filter(s -> s.caseId() == null)
                    .ifPresent(s -> replay.open(s, area(), replay.now()));
        }
    }

    private @Nullable Instant at(DayPicker day, TextField time) {
        LocalDate date = day.getValue();
        try {
            return date == null
                    ? null
                    : LocalTime.parse(time.getText() == null ? "" : time.getText().strip(), MINUTE)
                            .atDate(date)
                            .atZone(words.names().zone())
                            .toInstant();
        } catch (DateTimeException e) {
            return null; // said below the field
        }
    }

    /// The stretch of an opened debrief.
    void of(Debrief.Subject s) {
        whole = s.caseId() == null;
        chosen = s.caseId();
        filling = true;
        if (!area.getItems().isEmpty()) {
            area.setValue(area.getItems().getFirst());
        }
        filling = false;
        fill(s.since(), s.until());
        problem.setText("");
        refresh();
    }
}
