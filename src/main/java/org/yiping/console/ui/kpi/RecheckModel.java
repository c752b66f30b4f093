package org.yiping.console.ui.kpi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.RecheckLookup;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.kpi.RecheckId;
import org.yiping.domain.kpi.RecheckSheet;

/// Blind re-checks in a supervisor's hand (盲检复核): the samples there are, the case that is looked at, and verdicts on
/// their way. FX thread; the platform is asked beside it.
///
/// A draw keeps its name until the platform has answered, so that a press on a broken link never draws twice. A verdict
/// that is on its way is not given yet; one that reached nobody can be given again.
final class RecheckModel {
    /// What is drawn from: cases that were closed.
    static final String COUNTER = "closed";

    private static final List<String> JUDGES = List.of("supervisor", "leader");

    private final Desk desk;
    private final Hall hall;
    private final Runnable changed;
    private final Map<Integer, String> sending = new LinkedHashMap<>();
    private List<RecheckSheet> sheets = List.of();
    private @Nullable RecheckId chosen;
    private @Nullable RecheckId drawing;
    private String trouble = "";
    private int place;
    private int asked;
    private boolean coming;

    RecheckModel(Desk desk, Hall hall, Runnable changed) {
        this.desk = desk;
        this.hall = hall;
        this.changed = changed;
    }

    /// Whether this post may draw and judge.
    boolean mayJudge() {
        return desk.me().map(m -> JUDGES.contains(m.actor().post().value())).orElse(false);
    }

    /// The newest first.
    List<RecheckSheet> sheets() {
        return sheets;
    }

    /// Whether the samples are being asked for, or one is being drawn.
    boolean coming() {
        return coming || (drawing != null && trouble.isEmpty());
    }

    /// What went wrong last, in words; empty where nothing did.
    String trouble() {
        return trouble;
    }

    Optional<RecheckSheet> sheet() {
        return sheets.stream().filter(s -> s.recheck().id().equals(chosen)).findFirst();
    }

    Optional<RecheckSheet.Card> card() {
        return sheet().flatMap(s -> s.card(place));
    }

    /// The place of the case the hand is at.
    int place() {
        return place;
    }

    /// The verdict of that place that is on its way.
    Optional<String> sending(int at) {
        return Optional.ofNullable(sending.get(at));
    }

    /// How many of the chosen sample's cases this person has judged.
    long own() {
        return sheet().map(
                        s -> s.cards().stream().filter(c -> c.verdict() != null).count())
                .orElse(0L);
    }

    /// Asks for the samples; `wanted` is the one to be looked at, the newest where it is absent.
    void open(@Nullable RecheckId wanted) {
        RecheckLookup lookup = desk.lookup().rechecks().orElse(null);
        int mine = ++asked;
        if (lookup == null) {
            failed(hall.messages().get("kpi.lost"));
            return;
        }
        coming = true;
        trouble = "";
        var _ = lookup.all()
                .thenAccept(found -> hall.fx().execute(() -> {
                    if (mine == asked) {
                        coming = false;
                        listed(found, wanted);
                    }
                }));
        changed.run();
    }

    private void listed(Found<List<RecheckSheet>> found, @Nullable RecheckId wanted) {
        switch (found) {
            case Found.Got<List<RecheckSheet>>(List<RecheckSheet> all) -> {
                sheets = all;
                RecheckId next = wanted == null ? chosen : wanted;
                if (next == null || all.stream().noneMatch(s -> s.recheck().id().equals(next))) {
                    choose(all.isEmpty() ? null : all.getFirst().recheck().id());
                } else if (!next.equals(chosen)) {
                    choose(next);
                }
            }
            case Found.Refused<List<RecheckSheet>>(String code, String detail) ->
                trouble = (detail + " " + code).strip();
            case Found.Unreachable<List<RecheckSheet>> _ ->
                trouble = hall.messages().get("kpi.lost");
        }
        changed.run();
    }

    /// Nothing of it may be seen any more.
    void forget() {
        asked++;
        sheets = List.of();
        sending.clear();
        chosen = null;
        coming = false;
        changed.run();
    }

    void choose(@Nullable RecheckId id) {
        if (chosen == null || !chosen.equals(id)) {
            chosen = id;
            sending.clear();
            place = sheet().map(s -> s.cards().stream()
                            .filter(c -> c.verdict() == null)
                            .findFirst()
                            .or(() -> s.cards().stream().findFirst())
                            .map(RecheckSheet.Card::place)
                            .orElse(0))
                    .orElse(0);
        }
        changed.run();
    }

    void go(int next) {
        if (sheet().flatMap(s -> s.card(next)).isPresent()) {
            place = next;
            changed.run();
        }
    }

    /// Draws so many of what was closed in a frame.
    void draw(int size, Frame frame) {
        RecheckLookup lookup = desk.lookup().rechecks().orElse(null);
        if (lookup == null || !mayJudge()) {
            failed(hall.messages().get(lookup == null ? "kpi.lost" : "kpi.recheck-who"));
            return;
        }
        RecheckId id = drawing == null ? new RecheckId(UUID.randomUUID().toString()) : drawing;
        drawing = id;
        trouble = "";
        var _ = lookup.draw(id, COUNTER, size, frame)
                .thenAccept(found -> hall.fx().execute(() -> drawn(found)));
        changed.run();
    }

    private void drawn(Found<RecheckSheet> found) {
        switch (found) {
            case Found.Got<RecheckSheet>(RecheckSheet sheet) -> {
                drawing = null;
                put(sheet);
                choose(sheet.recheck().id());
            }
            case Found.Refused<RecheckSheet>(String code, String detail) -> {
                drawing = null;
                failed((detail + " " + code).strip());
            }
            case Found.Unreachable<RecheckSheet> _ -> failed(hall.messages().get("kpi.recheck-draw-lost"));
        }
    }

    /// What was found of the case the hand is at; the hand goes on to the next that has no verdict of its own.
    void judge(String verdict, String note) {
        RecheckLookup lookup = desk.lookup().rechecks().orElse(null);
        RecheckSheet sheet = sheet().orElse(null);
        int at = place;
        if (sheet == null || sheet.card(at).isEmpty() || sending.containsKey(at)) {
            return;
        }
        if (lookup == null || !mayJudge()) {
            failed(hall.messages().get(lookup == null ? "kpi.lost" : "kpi.recheck-who"));
            return;
        }
        trouble = "";
        sending.put(at, verdict);
        RecheckId id = sheet.recheck().id();
        on(sheet);
        var _ = lookup.judge(id, at, verdict, note)
                .thenAccept(found -> hall.fx().execute(() -> judged(id, at, found)));
        changed.run();
    }

    private void on(RecheckSheet sheet) {
        List<RecheckSheet.Card> open = sheet.cards().stream()
                .filter(c -> c.verdict() == null && !sending.containsKey(c.place()))
                .toList();
        open.stream()
                .filter(c -> c.place() > place)
                .findFirst()
                .or(() -> open.stream().findFirst())
                .ifPresent(c -> place = c.place());
    }

    private void judged(RecheckId id, int at, Found<RecheckSheet> found) {
        if (id.equals(chosen)) {
            sending.remove(at);
        }
        switch (found) {
            case Found.Got<RecheckSheet>(RecheckSheet sheet) -> {
                put(sheet);
                changed.run();
            }
            case Found.Refused<RecheckSheet>(String code, String detail) -> failed((detail + " " + code).strip());
            case Found.Unreachable<RecheckSheet> _ -> failed(hall.messages().get("kpi.recheck-verdict-lost", at + 1));
        }
    }

    /// An answer that was overtaken by a later one has fewer verdicts, and goes.
    private void put(RecheckSheet sheet) {
        List<RecheckSheet> next = new ArrayList<>();
        boolean known = false;
        for (RecheckSheet each : sheets) {
            boolean same = each.recheck().id().equals(sheet.recheck().id());
            known |= same;
            next.add(same && sheet.judged() >= each.judged() ? sheet : each);
        }
        if (!known) {
            next.addFirst(sheet);
        }
        sheets = List.copyOf(next);
    }

    private void failed(String why) {
        trouble = why;
        changed.run();
    }
}
