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
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.DayPicker;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.room.Debrief;

/// Which stretch of the past is looked at: of the picked case or of the hall and an area. FX thread.
final class ChooseForm {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    /// What led to a report and what followed its end belongs to it.
    private static final Duration AROUND = Duration.ofMinutes(1);

    private final Desk desk;
    private final Hall hall;
    private final ReplayModel replay;
    private final DebriefModel debriefs;
    private final DebriefWords words;
    private final Chip ofCase;
    private final Chip ofHall;
    private final TextField number = new TextField();
    private final Label subject = Nodes.label("", "t-body", "t-strong");
    private final DayPicker sinceDay;
    private final DayPicker untilDay;
    private final TextField since = new TextField();
    private final TextField until = new TextField();
    private final AreaChoice area;
    private final VBox areaPart;
    private final Label problem = Nodes.whenSaid(Nodes.label("", "field-error"));
    private final KeyButton begin;
    private final VBox root;
    private boolean whole = true;
    private @Nullable CaseId chosen;

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
        subject.setMinHeight(Region.USE_PREF_SIZE);
        number.setId("debrief/number");
        number.setAccessibleText(words.text("debrief.number"));
        number.setPromptText(words.text("debrief.number"));
        number.setOnAction(_ -> find());
        sinceDay = new DayPicker("debrief/since-day", words.text("debrief.since-day"));
        untilDay = new DayPicker("debrief/until-day", words.text("debrief.until-day"));
        field(since, "debrief/since", "debrief.since");
        field(until, "debrief/until", "debrief.until");
        area = new AreaChoice(words, this::within);
        problem.setWrapText(true);
        begin = new KeyButton(hall.messages(), "debrief/begin", words.text("debrief.begin"), "G", this::begin);
        KeyButton hour = new KeyButton(
                hall.messages(), "debrief/last-hour", words.text("debrief.last-hour"), "N", this::lastHour);
        areaPart = Nodes.column("section", Nodes.label(words.text("debrief.area"), "field-label"), area.root());
        FlowPane buttons = new FlowPane(begin, hour);
        buttons.getStyleClass().add("past-buttons");
        root = Nodes.column(
                "debrief-form",
                Nodes.row("line", ofCase, ofHall),
                subject,
                number,
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
        area.fill();
        if (sinceDay.getValue() == null) {
            of(desk.pickedCaseId().isEmpty());
        }
        refresh();
    }

    private void of(boolean hallOfIt) {
        whole = hallOfIt;
        problem.setText("");
        if (whole) {
            chosen = null;
            Instant now = hall.now().truncatedTo(ChronoUnit.MINUTES);
            fill(now.minus(Duration.ofHours(1)), now);
        } else {
            chosen = null;
            desk.pickedCaseId().ifPresent(this::take);
        }
        refresh();
    }

    /// A case by its number, or by the end of it.
    private void find() {
        String typed = number.getText() == null ? "" : number.getText().strip();
        if (typed.isEmpty()) {
            return;
        }
        desk.stores()
                .cases()
                .rows()
                .values()
                .filter(c -> c.head().number().value().endsWith(typed))
                .min(Comparator.comparing(c -> c.head().number().value()))
                .ifPresentOrElse(
                        c -> {
                            problem.setText("");
                            take(c.id());
                        },
                        () -> problem.setText(words.text("debrief.no-number", typed)));
    }

    private void take(CaseId id) {
        whole = false;
        chosen = id;
        Debrief.Subject s = stretch(id);
        fill(s.since(), s.until());
        refresh();
    }

    /// Follows what the seat picks, while a case is asked for.
    void picked() {
        boolean looked = replay.subject()
                .filter(s -> s.caseId() != null && s.caseId().equals(chosen))
                .isPresent();
        if (!whole && !looked) {
            desk.pickedCaseId().filter(id -> !id.equals(chosen)).ifPresent(this::take);
        }
    }

    void refresh() {
        ofCase.setSelected(!whole);
        ofHall.setSelected(whole);
        Nodes.show(areaPart, whole);
        Nodes.show(number, !whole);
        CaseId id = chosen;
        subject.setText(
                whole
                        ? words.text("debrief.hall-means")
                        : id == null ? words.text("debrief.no-case") : words.caseName(id));
        begin.getStyleClass().remove("primary"); // blue is the one thing to press
        if (replay.subject().isEmpty()) {
            begin.getStyleClass().add("primary");
        }
        boolean hidden = desk.stores().veil().on();
        Transport.allow(
                begin,
                hidden ? words.text("debrief.hidden") : !whole && id == null ? words.text("debrief.no-case") : "");
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
        desk.pickedCaseId().ifPresent(id -> beginCase(id, null));
    }

    /// From its beginning, or at a moment that is looked at already.
    void beginCase(CaseId id, @Nullable Instant at) {
        take(id);
        debriefs.leave();
        Debrief.Subject s = stretch(id);
        replay.open(s, null, at == null ? s.since() : at);
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
                replay.open(new Debrief.Subject(whole ? null : chosen, from, end), whole ? area.code() : null, from);
            }
        } else {
            problem.setText(begin.allowed() ? words.text("debrief.need-times") : begin.reason());
        }
    }

    /// Another area of the stretch that is looked at, at its moment.
    private void within() {
        if (whole) {
            replay.subject().filter(s -> s.caseId() == null).ifPresent(s -> replay.open(s, area.code(), replay.now()));
        }
    }

    private @Nullable Instant at(DayPicker day, TextField time) {
        LocalDate date = day.getValue();
        try {
            return date == null
                    ? null
                    : LocalTime.parse(
                                    time.getText() == null ? "" : time.getText().strip(), MINUTE)
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
        area.whole();
        fill(s.since(), s.until());
        problem.setText("");
        refresh();
    }
}
