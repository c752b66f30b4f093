package org.yiping.server.report;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.paper.AreaMap;
import org.yiping.workbook.Cell;

/// A report as it reads, worded and counted, before it is a PDF or a workbook. Immutable; any thread.
record ReportDocument(Head head, List<Part> parts, List<Formula> formulas, Trace trace) {
    /// `marks` stand out: that data are simulated, that it is a sample, that it came late. `facts` say of what, of
    /// when,
    /// by whom.
    record Head(String city, String title, List<String> marks, List<Fact> facts) {}

    record Fact(String name, String value) {}

    sealed interface Part {
        String title();
    }

    record Words(String title, String words) implements Part {}

    /// `note` says what is left out.
    record Grid(String title, List<Column> columns, List<List<Value>> rows, String note) implements Part {}

    /// `aside` is for a workbook, where there is room.
    record Column(String name, boolean figures, boolean aside) {}

    /// What stands in a cell: as words everywhere, and as a number where there is one.
    record Value(String words, @Nullable Double number) {
        static Value of(String words) {
            return new Value(words, null);
        }
    }

    /// `line` of time, else bars.
    record Chart(String title, boolean line, String unit, List<Bar> bars, String note) implements Part {}

    record Bar(String name, @Nullable Double value) {}

    record Areas(String title, String unit, List<AreaMap.Area> areas, String attribution) implements Part {}

    /// Where a figure comes from.
    record Formula(
            String name, String value, String fraction, String formula, String version, String counters, String span) {}

    /// The cases behind the figures: what each counter counted, and each case with the counters that counted it.
    /// `cases` may be fewer than there are.
    record Trace(List<Counted> counters, List<String> columns, List<Line> cases, long all) {}

    /// A counter with its number, unknown where absent, and of which span.
    record Counted(String code, @Nullable Long number, String span) {}

    /// `counted` has a bit for each of the counters, in their order.
    record Line(List<Cell> cells, BitSet counted) {}
}
