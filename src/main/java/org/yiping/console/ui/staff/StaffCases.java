package org.yiping.console.ui.staff;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.store.FigureLookup;
import org.yiping.console.store.FigureLookup.Behind;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.CaseRows;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.Chip;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.staff.StaffBoard;

/// The cases a person's figures were counted from, by the same counters and scope: what they reported, what of it
/// was valid, and what the public found in their grid. FX thread.
final class StaffCases {
    private final Desk desk;
    private final Hall hall;
    private final Messages messages;
    private final CaseRows rows;
    private final List<Chip> chips = new ArrayList<>();
    private final List<Case> found = new ArrayList<>();
    private StaffPeriod period = new StaffPeriod("day", null);
    private String counter = "";
    private int asked;

    StaffCases(Desk desk, Hall hall, Words names) {
        this.desk = desk;
        this.hall = hall;
        this.messages = hall.messages();
        rows = new CaseRows(desk, hall, names, "staff/cases");
    }

    Region root() {
        return rows.root();
    }

    void period(StaffPeriod next) {
        period = next;
    }

    /// The counters of a row with their numbers; `shown` is called when one of them is opened.
    List<Chip> chips(StaffBoard.Row row, Runnable shown) {
        chips.clear();
        if (row.post() != null) {
            chips.add(chip(
                    "reported", messages.get("staff.chip-reported"), row.valid().whole(), row, shown));
            chips.add(chip(
                    "valid_reported",
                    messages.get("staff.chip-valid"),
                    row.valid().part(),
                    row,
                    shown));
            if (!row.areas().isEmpty()) {
                chips.add(chip(
                        "missed",
                        messages.get("staff.chip-missed"),
                        row.missed().part(),
                        row,
                        shown));
            }
        }
        return List.copyOf(chips);
    }

    private Chip chip(String code, String title, @Nullable Long number, StaffBoard.Row row, Runnable shown) {
        String said = number == null ? new StaffWords(messages).unknown() : Numbers.whole(number);
        Chip chip = new Chip("staff/cases-" + code, title + " " + said);
        chip.setSelected(code.equals(counter));
        chip.setOnAction(_ -> {
            counter = code;
            chips.forEach(c -> c.setSelected(c.equals(chip)));
            shown.run();
            ask(code, row);
        });
        return chip;
    }

    /// The track is shown again.
    void leave() {
        counter = "";
        chips.forEach(c -> c.setSelected(false));
    }

    private void ask(String code, StaffBoard.Row row) {
        found.clear();
        rows.empty(messages.get("kpi.behind-asking"));
        FigureLookup figures = desk.lookup().figures().orElse(null);
        if (figures == null) {
            rows.empty(messages.get("kpi.none"));
            return;
        }
        int mine = ++asked;
        for (FigureScope scope : scopes(code, row)) {
            var _ = figures.behind(code, new Frame(period.period(), period.day(), scope))
                    .thenAccept(answer -> hall.fx().execute(() -> {
                        if (mine == asked) {
                            answered(answer);
                        }
                    }));
        }
    }

    /// What was missed belongs to each of the areas somebody serves, all else to the person.
    private static List<FigureScope> scopes(String code, StaffBoard.Row row) {
        if (!code.equals("missed")) {
            return List.of(new FigureScope(null, null, null, null, new PersonId(row.unit()), null, null, null));
        }
        List<FigureScope> scopes = new ArrayList<>();
        for (AreaCode area : row.areas()) {
            scopes.add(new FigureScope(area, null, null, null, null, null, null, null));
        }
        return scopes;
    }

    private void answered(Found<Behind> answer) {
        switch (answer) {
            case Found.Got<Behind>(Behind behind) -> {
                found.addAll(behind.cases());
                rows.show(found);
            }
            case Found.Refused<Behind>(String code, String detail) -> rows.empty(detail + " " + code);
            case Found.Unreachable<Behind> _ -> rows.empty(messages.get("kpi.cases-unreachable"));
        }
    }
}
