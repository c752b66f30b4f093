package org.yiping.console.ui.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Sending;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.casework.Case;
import org.yiping.domain.command.Aside;
import org.yiping.domain.shift.Handover;
import org.yiping.domain.shift.HandoverId;

/// Cards of past shifts with both signatures, and the button that signs this one off (交接班). FX thread.
final class HandoverView {
    private static final String LEADER = "duty-leader";
    /// A shift whose predecessor left no card.
    private static final Duration USUAL_SHIFT = Duration.ofHours(8);
    private static final int SHOWN = 6;
    private static final int EVENTS = 8;

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final Sending sending;
    private final PanelHeader header;
    private final DutyList list;
    private final TextField note = new TextField();
    private final KeyButton sign;
    private final PanelFrame root;

    HandoverView(Desk desk, Hall hall, Sending sending) {
        this.desk = desk;
        this.hall = hall;
        this.sending = sending;
        words = new Words(desk.stores(), hall.messages());
        header = new PanelHeader(hall.messages(), text("duty.handover"));
        header.meta(text("duty.handover-meta"));
        list = new DutyList(desk, "duty/handovers", text("duty.handover"));
        note.setId("duty/handover-note");
        note.setPromptText(text("duty.handover-note"));
        note.setAccessibleText(text("duty.handover-note"));
        sign = new KeyButton(hall.messages(), "duty/hand-over", text("duty.hand-over"), "", this::handOver);
        root = new PanelFrame(header, list.root());
        root.foot(Nodes.row("form-foot", Nodes.grow(note), sign));
    }

    Region root() {
        return root;
    }

    void show(Subscriptions subscriptions) {
        Feed<HandoverId> feed = hall.feed(_ -> refresh());
        subscriptions.add(feed);
        subscriptions.add(desk.stores().handovers().subscribe(feed::changed));
    }

    void refresh() {
        List<Handover> cards = desk.stores()
                .handovers()
                .rows()
                .values()
                .sorted(Comparator.comparing((Handover h) -> h.outgoing().at()).reversed())
                .limit(SHOWN)
                .toList();
        boolean may =
                desk.me().map(m -> m.actor().post().value().equals(LEADER)).orElse(false);
        if (!list.outdated(cards, may)) {
            return;
        }
        list.fill(cards.stream().map(h -> row(h, may)).toList(), text("duty.handover-none"));
        permit(sign, may);
    }

    private Region row(Handover h, boolean may) {
        Instant now = hall.now();
        VBox row = Nodes.column(
                "duty-row",
                Nodes.cut(
                        hall.messages()
                                .get(
                                        "duty.shift",
                                        words.moment(h.since(), now),
                                        words.moment(h.outgoing().at(), now)),
                        "t-body",
                        "t-strong"));
        Handover.Card card = h.card();
        row.getChildren().addAll(card == null ? List.of(second(text("duty.card-making"))) : lines(card, now));
        row.getChildren().add(second(signed("duty.signed-out", h.outgoing(), now)));
        Handover.Signature incoming = h.incoming();
        if (incoming != null) {
            row.getChildren().add(second(signed("duty.signed-in", incoming, now)));
        } else if (card != null) {
            KeyButton take = new KeyButton(
                            hall.messages(),
                            "duty/take-over-" + h.id().value(),
                            text("duty.take-over"),
                            "",
                            () -> takeOver(h))
                    .low();
            permit(take, may);
            row.getChildren().add(Nodes.row("line", take));
        }
        return row;
    }

    private List<Label> lines(Handover.Card card, Instant now) {
        List<Label> lines = new ArrayList<>();
        lines.add(second(hall.messages()
                .get(
                        "duty.card-now",
                        count(card, "open"),
                        count(card, "overdue"),
                        count(card, "due-soon"),
                        count(card, "supervised"),
                        count(card, "suspended"))));
        lines.add(second(hall.messages()
                .get("duty.card-shift", count(card, "reported"), count(card, "filed"), count(card, "closed"))));
        List<Handover.Event> events = card.notable();
        for (Handover.Event e : events.subList(Math.max(0, events.size() - EVENTS), events.size())) {
            lines.add(second(hall.messages()
                    .get("duty.card-event", words.moment(e.at(), now), words.action(e.action()), about(e), e.note())));
        }
        int more = Math.max(0, events.size() - EVENTS) + card.left();
        if (more > 0) {
            lines.add(second(hall.messages().get("duty.card-more", more)));
        }
        return lines;
    }

    private static Object count(Handover.Card card, String code) {
        Integer count = card.counts().get(code);
        return count == null ? "—" : count;
    }

    private String about(Handover.Event e) {
        if (e.caseId() == null) {
            return String.valueOf(e.subject());
        }
        return desk.stores()
                .cases()
                .find(e.caseId())
                .map((Case c) -> c.head().number().value() + " " + words.name(c))
                .orElse(e.caseId().value());
    }

    private String signed(String key, Handover.Signature s, Instant now) {
        return hall.messages().get(key, words.person(s.by().person()), words.moment(s.at(), now), s.note());
    }

    private static Label second(String text) {
        return Nodes.cut(text, "t-second");
    }

    private void permit(KeyButton button, boolean may) {
        if (may) {
            button.allow();
        } else {
            button.forbid(text("duty.handover-who"));
        }
    }

    /// From where the last card ended.
    private void handOver() {
        Instant now = desk.stores().clock().instant();
        Instant usual = now.minus(USUAL_SHIFT);
        Instant since = desk.stores()
                .handovers()
                .rows()
                .values()
                .map(h -> h.outgoing().at())
                .filter(at -> at.isAfter(usual))
                .max(Comparator.naturalOrder())
                .orElse(usual);
        sending.send(new Aside.HandOver(
                Sending.head(), new HandoverId(UUID.randomUUID().toString()), since, said()));
    }

    private void takeOver(Handover h) {
        sending.send(new Aside.TakeOver(Sending.head(), h.id(), said()));
    }

    private String said() {
        String text = note.getText() == null ? "" : note.getText().strip();
        note.clear();
        return text;
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
