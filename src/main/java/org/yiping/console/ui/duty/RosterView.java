package org.yiping.console.ui.duty;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.layout.Region;
import org.yiping.console.store.Seated;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.SeatWords;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.shift.Roster;
import org.yiping.domain.shift.Seat;

/// Who is on duty in this shift by the city's roster, and who of them is there (值班表). FX thread.
final class RosterView {
    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final SeatWords seats;
    private final PanelHeader header;
    private final DutyList list;
    private final PanelFrame root;

    RosterView(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        words = new Words(desk.stores(), hall.messages());
        seats = words.seats();
        header = new PanelHeader(hall.messages(), text("duty.roster"));
        list = new DutyList(desk, "duty/roster", text("duty.roster"));
        root = new PanelFrame(header, list.root());
    }

    Region root() {
        return root;
    }

    void refresh() {
        Instant now = hall.now();
        LocalDateTime here = LocalDateTime.ofInstant(now, words.zone());
        List<Roster> rosters = desk.stores().rosters().rows().values().toList();
        Roster roster = Roster.inForce(rosters, here.toLocalDate()).orElse(null);
        Seated told = desk.stores().seats();
        List<Seat> there = told.table().rows().values().toList();
        List<Roster.Shift> running = roster == null ? List.of() : roster.at(here);
        if (!list.outdated(running, there, told.known(), now.getEpochSecond() / 60)) {
            return;
        }
        header.meta(
                roster == null
                        ? ""
                        : hall.messages().get("duty.roster-version", roster.id().value()));
        List<Region> rows = new ArrayList<>();
        Set<PersonId> due = new HashSet<>();
        for (Roster.Shift shift : running) {
            rows.add(Nodes.cut(
                    hall.messages()
                            .get(
                                    "duty.roster-shift",
                                    words.english() ? shift.nameEnglish() : shift.name(),
                                    shift.begins().toString(),
                                    shift.ends().toString()),
                    "section-title"));
            for (Roster.Duty duty : shift.people()) {
                due.add(duty.person());
                rows.add(row(duty, there, told.known(), now));
            }
        }
        if (told.known()) {
            there.stream()
                    .filter(s -> !running.isEmpty() && !due.contains(s.person()))
                    .forEach(s -> rows.add(line(s, text("duty.roster-extra"), now)));
        }
        list.fill(rows, text(roster == null ? "duty.roster-none" : "duty.roster-nobody"));
    }

    private Region row(Roster.Duty duty, List<Seat> there, boolean known, Instant now) {
        List<String> at = new ArrayList<>();
        there.stream()
                .filter(s -> s.person().equals(duty.person()))
                .forEach(s -> at.add(hall.messages()
                        .get("duty.roster-there", s.id().value(), seats.state(s, now), words.minute(s.from()))));
        String where = !known
                ? text("duty.roster-unknown")
                : at.isEmpty() ? text("duty.roster-absent") : String.join(text("words.and"), at);
        return Nodes.row(
                "line",
                Nodes.keep(words.person(duty.person()), "t-body", "t-strong"),
                Nodes.keep(words.post(duty.post()), "t-second"),
                Nodes.spring(),
                Nodes.cut(where, "t-second", !known ? "t-stale" : at.isEmpty() ? "t-yellow" : "t-second"));
    }

    private Region line(Seat seat, String why, Instant now) {
        return Nodes.row(
                "line",
                Nodes.keep(words.person(seat.person()), "t-body"),
                Nodes.keep(words.post(seat.post()) + " · " + why, "t-second"),
                Nodes.spring(),
                Nodes.cut(
                        hall.messages()
                                .get(
                                        "duty.roster-there",
                                        seat.id().value(),
                                        seats.state(seat, now),
                                        words.minute(seat.from())),
                        "t-second"));
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
