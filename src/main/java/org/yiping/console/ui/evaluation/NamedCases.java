package org.yiping.console.ui.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiping.console.store.FigureLookup;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;

/// Cases that are given by name (案件清单): those this console holds at once, the others as the platform has them, so
/// many at a time. FX thread.
final class NamedCases {
    /// So many are looked up at a time: each that this console does not hold is a question of its own.
    static final int STEP = 60;

    private final Desk desk;
    private final Hall hall;
    private final Runnable changed;
    private final Map<CaseId, Case> known = new LinkedHashMap<>();
    private List<CaseId> ids = List.of();
    private String title = "";
    private String trouble = "";
    private int total;
    private int looked;
    private int asked;
    private boolean waiting;

    NamedCases(Desk desk, Hall hall, Runnable changed) {
        this.desk = desk;
        this.hall = hall;
        this.changed = changed;
    }

    /// What is listed; empty where nothing was opened.
    String title() {
        return title;
    }

    /// How many there are, whether or not they are listed.
    int total() {
        return total;
    }

    /// Those that are known by now, in the order of their names.
    List<Case> cases() {
        List<Case> all = new ArrayList<>();
        for (CaseId id : ids.subList(0, looked)) {
            Case one = known.get(id);
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    /// Whether an answer is on its way.
    boolean isWaiting() {
        return waiting;
    }

    boolean hasMore() {
        return looked < ids.size();
    }

    String trouble() {
        return trouble;
    }

    void clear() {
        begin("");
        waiting = false;
        changed.run();
    }

    /// The names are being asked for; whoever brings them says which question they answer.
    int begin(String next) {
        title = next;
        ids = List.of();
        known.clear();
        trouble = "";
        total = 0;
        looked = 0;
        waiting = true;
        return ++asked;
    }

    void failed(int question, String why) {
        if (question == asked) {
            trouble = why;
            waiting = false;
            changed.run();
        }
    }

    void show(int question, int all, List<CaseId> named) {
        if (question != asked) {
            return; // of what nobody looks at any more
        }
        total = all;
        ids = List.copyOf(named);
        more();
    }

    /// Lists them at once: their names are known already.
    void show(String next, List<CaseId> named) {
        show(begin(next), named.size(), named);
    }

    void more() {
        int until = Math.min(ids.size(), looked + STEP);
        List<CaseId> missing = new ArrayList<>();
        for (CaseId id : ids.subList(looked, until)) {
            desk.stores().cases().find(id).ifPresentOrElse(c -> known.put(id, c), () -> missing.add(id));
        }
        looked = until;
        waiting = false;
        if (!missing.isEmpty()) {
            fetch(missing);
        }
        changed.run();
    }

    private void fetch(List<CaseId> missing) {
        FigureLookup lookup = desk.lookup().figures().orElse(null);
        if (lookup == null) {
            trouble = hall.messages().get("kpi.cases-unreachable");
            return;
        }
        waiting = true;
        int question = asked;
        var _ = lookup.cases(missing)
                .thenAccept(found -> hall.fx().execute(() -> {
                    if (question == asked) {
                        fetched(found);
                    }
                }));
    }

    private void fetched(Found<List<Case>> found) {
        waiting = false;
        switch (found) {
            case Found.Got<List<Case>>(List<Case> cases) -> {
                trouble = "";
                cases.forEach(c -> known.put(c.id(), c));
            }
            case Found.Refused<List<Case>>(String code, String detail) -> trouble = (detail + " " + code).strip();
            case Found.Unreachable<List<Case>> _ -> trouble = hall.messages().get("kpi.cases-unreachable");
        }
        changed.run();
    }
}
