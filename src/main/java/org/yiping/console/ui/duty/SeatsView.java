package org.yiping.console.ui.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Seated;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.SeatWords;
import org.yiping.console.ui.Sending;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.shift.Seat;

/// The seats of the hall with what each bears (席位负荷), and the button that takes a seat's cases out of its hand. FX
/// thread.
final class SeatsView {
    private static final String LEADER = "duty-leader";
    /// Counting what is open for each post looks at every case.
    private static final Duration COUNTED = Duration.ofSeconds(5);
    private static final Duration EXPIRY = Duration.ofSeconds(20);

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final SeatWords seats;
    private final Sending sending;
    private final PanelHeader header;
    private final DutyList list;
    private final PanelFrame root;
    private Map<PostCode, Integer> open = Map.of();
    private Instant counted = Instant.MIN;
    private @Nullable SeatId armed;

    SeatsView(Desk desk, Hall hall, Sending sending) {
        this.desk = desk;
        this.hall = hall;
        this.sending = sending;
        words = new Words(desk.stores(), hall.messages());
        seats = words.seats();
        header = new PanelHeader(hall.messages(), text("duty.seats"));
        header.meta(text("duty.seats-meta"));
        list = new DutyList(desk, "duty/seats", text("duty.seats"));
        root = new PanelFrame(header, list.root());
    }

    Region root() {
        return root;
    }

    void refresh() {
        Seated told = desk.stores().seats();
        List<Seat> all = told.table()
                .rows()
                .values()
                .sorted(Comparator.comparing((Seat s) -> s.post().value()).thenComparing(s -> s.id().value()))
                .toList();
        Instant now = hall.now();
        if (!counted.plus(COUNTED).isAfter(now)) {
            counted = now;
            open = open();
        }
        boolean may =
                desk.me().map(m -> m.actor().post().value().equals(LEADER)).orElse(false);
        // what stands here says how long ago; minutes are fine enough for that
        if (!list.outdated(all, open, may, told.known(), now.getEpochSecond() / 60, String.valueOf(armed))) {
            return;
        }
        header.count(all.size());
        List<Region> rows = new ArrayList<>();
        if (!told.known()) {
            rows.add(Nodes.cut(text("duty.seats-unknown"), "t-second", "t-stale"));
        }
        PostCode post = null;
        for (Seat seat : all) {
            if (!seat.post().equals(post)) {
                post = seat.post();
                rows.add(head(post, all));
            }
            rows.add(row(seat, may && told.known(), told.known(), now));
        }
        list.fill(rows, text("duty.seats-none"));
    }

    /// A post with its seats, and how much waits for it.
    private Label head(PostCode post, Collection<Seat> all) {
        long there = all.stream().filter(s -> s.post().equals(post)).count();
        long ready =
                all.stream().filter(s -> s.post().equals(post) && s.takesMore()).count();
        Integer waiting = open.get(post);
        return Nodes.cut(
                hall.messages().get("duty.post-load", words.post(post), there, ready, waiting == null ? 0 : waiting),
                "section-title");
    }

    private Region row(Seat seat, boolean may, boolean known, Instant now) {
        boolean late = seat.silentSince() != null || !known;
        Label state = Nodes.keep(
                seats.state(seat, now), "t-body", late ? "t-stale" : seat.takesMore() ? "t-body" : "t-muted");
        Region line = Nodes.row("line", Nodes.cut(seats.name(seat), "t-body", "t-strong"), state, Nodes.spring());
        if (!seat.inHand().isEmpty()) {
            line = Nodes.row(
                    "line", Nodes.cut(seats.name(seat), "t-body", "t-strong"), state, Nodes.spring(), take(seat, may));
        }
        CaseId looking = seat.looking();
        String load =
                hall.messages().get("duty.seat-load", seat.inHand().size(), seat.acted(), words.minute(seat.from()));
        String more = looking == null ? "" : " · " + hall.messages().get("duty.seat-looks", name(looking));
        return Nodes.column("duty-row", line, Nodes.cut(load + more, "t-second"));
    }

    private KeyButton take(Seat seat, boolean may) {
        boolean sure = seat.id().equals(armed);
        int cases = seat.inHand().size();
        KeyButton take = new KeyButton(
                        hall.messages(),
                        "duty/take-" + seat.id().value(),
                        hall.messages().get(sure ? "duty.take-now" : "duty.take", cases),
                        "",
                        () -> press(seat))
                .low();
        if (!may) {
            take.forbid(text("duty.take-who"));
        }
        return take;
    }

    /// The first press asks, the second takes every case there is in that hand, one command each.
    private void press(Seat seat) {
        if (!seat.id().equals(armed)) {
            armed = seat.id();
        } else {
            armed = null;
            for (CaseId id : seat.inHand()) {
                sending.send(new Aside.TakeCase(
                        new Command.Head(
                                new CommandId(UUID.randomUUID().toString()),
                                0,
                                desk.stores().clock().instant().plus(EXPIRY)),
                        id,
                        seat.id()));
            }
        }
        refresh();
    }

    private String name(CaseId id) {
        return desk.stores()
                .cases()
                .find(id)
                .map((Case c) -> words.name(c) + " · " + c.head().number().value())
                .orElse(id.value());
    }

    /// How many cases wait for each post's next step.
    private Map<PostCode, Integer> open() {
        Workflow workflow = desk.city().map(c -> c.rules().workflow()).orElse(null);
        if (workflow == null) {
            return Map.of();
        }
        Map<StateCode, Set<PostCode>> acting = new HashMap<>();
        for (Workflow.Transition t : workflow.transitions()) {
            boolean always = t.permission().guards().stream().noneMatch(g -> g.startsWith("has:"));
            if (!t.aside() && always) {
                t.from()
                        .forEach(s -> acting.computeIfAbsent(s, _ -> new HashSet<>())
                                .addAll(t.permission().posts()));
            }
        }
        Map<PostCode, Integer> by = new HashMap<>();
        desk.stores()
                .cases()
                .rows()
                .values()
                .forEach(c ->
                        acting.getOrDefault(c.progress().state(), Set.of()).forEach(p -> by.merge(p, 1, Integer::sum)));
        return by;
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
