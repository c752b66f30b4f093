package org.yiping.server.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Milestones;
import org.yiping.workbook.Cell;

/// What a list of cases says of each. One thread after another.
final class CaseColumns {
    /// In the order of `cells`; the last two are personal data, masked before they come here.
    static final List<String> ALL = List.of(
            "number",
            "class",
            "state",
            "department",
            "area",
            "address",
            "description",
            "source",
            "simulated",
            "reported",
            "accepted",
            "filed",
            "dispatched",
            "finished",
            "closed",
            "longitude",
            "latitude",
            "caller",
            "phone");
    static final List<Integer> WIDTHS =
            List.of(20, 22, 10, 18, 14, 30, 40, 10, 8, 20, 20, 20, 20, 20, 20, 12, 12, 10, 16);
    /// What is enough to find a case again.
    static final List<String> SHORT = List.of("number", "class", "department", "address", "reported", "state");
    static final List<Integer> SHORT_WIDTHS = List.of(20, 22, 18, 30, 20, 10);

    private final ReportNames names;
    private final ReportText text;

    CaseColumns(ReportNames names, ReportText text) {
        this.names = names;
        this.text = text;
    }

    List<String> heads(List<String> columns) {
        return columns.stream().map(c -> text.get("column." + c)).toList();
    }

    List<Cell> cells(Case c) {
        Milestones at = c.progress().milestones();
        Caller caller = c.report().caller();
        List<Cell> cells = new ArrayList<>(ALL.size());
        cells.add(Cell.of(c.head().number().value()));
        cells.add(Cell.of(names.caseClass(c.subject().classCode().value())));
        cells.add(Cell.of(names.state(c.progress().state())));
        cells.add(Cell.of(department(c)));
        cells.add(Cell.of(
                c.place().area() == null ? "" : names.area(c.place().area().value())));
        cells.add(Cell.of(Objects.requireNonNullElse(c.place().address(), "")));
        cells.add(Cell.of(c.subject().description()));
        cells.add(Cell.of(names.source(c.report().source().value())));
        cells.add(Cell.of(c.report().simulated() ? text.get("simulated-cell") : ""));
        cells.add(moment(c.report().reportedAt()));
        cells.add(moment(at.acceptedAt()));
        cells.add(moment(at.filedAt()));
        cells.add(moment(at.dispatchedAt()));
        cells.add(moment(at.finishedAt()));
        cells.add(moment(at.closedAt()));
        var position = c.place().position();
        cells.add(position == null ? Cell.EMPTY : new Cell.Amount(position.longitude(), Cell.Look.PLAIN));
        cells.add(position == null ? Cell.EMPTY : new Cell.Amount(position.latitude(), Cell.Look.PLAIN));
        cells.add(Cell.of(caller == null ? "" : caller.name()));
        cells.add(Cell.of(caller == null ? "" : caller.phone()));
        return cells;
    }

    List<Cell> few(Case c) {
        return List.of(
                Cell.of(c.head().number().value()),
                Cell.of(names.caseClass(c.subject().classCode().value())),
                Cell.of(department(c)),
                Cell.of(Objects.requireNonNullElse(c.place().address(), "")),
                moment(c.report().reportedAt()),
                Cell.of(names.state(c.progress().state())));
    }

    /// The same as words.
    List<String> words(Case c) {
        return List.of(
                c.head().number().value(),
                names.caseClass(c.subject().classCode().value()),
                department(c),
                Objects.requireNonNullElse(c.place().address(), ""),
                text.minute(c.report().reportedAt()),
                names.state(c.progress().state()));
    }

    private String department(Case c) {
        var department = c.progress().department();
        return department == null ? "" : names.department(department.value());
    }

    private Cell moment(@Nullable Instant at) {
        return at == null ? Cell.EMPTY : Cell.of(text.local(at));
    }
}
