package org.yiping.server.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiping.domain.casework.Case;
import org.yiping.domain.report.ReportSection;
import org.yiping.protocol.Json;
import org.yiping.server.kpi.FigureDesk;
import org.yiping.server.kpi.FigureDesk.Frame;
import org.yiping.server.kpi.StillFigures;
import org.yiping.server.kpi.StillFigures.Behind;
import org.yiping.server.kpi.StillFigures.Counted;
import org.yiping.server.kpi.StillFigures.Still;

/// The cases behind a report's figures, as they stood at its moment: listed in it, and marked in its workbook by who
/// counted them. One thread.
final class CasesBehind {
    private static final int READ_AT_ONCE = 500;
    /// More cases nobody follows in a workbook; a list of cases gives them all.
    private static final int MOST_TRACED = 20_000;

    private final Still still;
    private final Frame now;
    private final CaseColumns columns;
    private final ReportText text;
    private final Map<Integer, Case> read = new HashMap<>();

    private CasesBehind(Still still, Frame now, CaseColumns columns, ReportText text) {
        this.still = still;
        this.now = now;
        this.columns = columns;
        this.text = text;
    }

    /// `now` is the frame of what stands open.
    static CasesBehind read(Still still, FigureDesk figures, Frame now, CaseColumns columns, ReportText text) {
        CasesBehind cases = new CasesBehind(still, now, columns, text);
        StillFigures.Cases all = still.cases();
        BitSet wanted = new BitSet();
        wanted.set(0, Math.min(all.rows().length, MOST_TRACED));
        for (Counted each : still.counted().values()) {
            each.rows().stream()
                    .limit(ReportSection.MOST_ROWS)
                    .forEach(r -> wanted.set(Arrays.binarySearch(all.rows(), r)));
        }
        int[] places = wanted.stream().toArray();
        for (int from = 0; from < places.length; from += READ_AT_ONCE) {
            int[] some = Arrays.copyOfRange(places, from, Math.min(places.length, from + READ_AT_ONCE));
            List<String> contents = figures.contents(
                    Arrays.stream(some).mapToObj(p -> all.revisions()[p]).toList());
            for (int i = 0; i < some.length; i++) {
                cases.read.put(all.rows()[some[i]], Json.mapper().readValue(contents.get(i), Case.class));
            }
        }
        return cases;
    }

    ReportDocument.Grid grid(String title, Behind behind, int most) {
        Counted counted = still.counted().getOrDefault(behind, new Counted(new BitSet(), false));
        int all = counted.rows().cardinality();
        List<List<ReportDocument.Value>> rows = new ArrayList<>();
        counted.rows().stream().limit(most).forEach(r -> {
            Case c = read.get(r);
            if (c != null) {
                rows.add(columns.words(c).stream().map(ReportDocument.Value::of).toList());
            }
        });
        String note = !counted.known()
                ? text.unknown()
                : rows.size() < all ? text.get("some-of", rows.size(), all) : text.get("all-of", all);
        List<ReportDocument.Column> heads = columns.heads(CaseColumns.SHORT).stream()
                .map(h -> new ReportDocument.Column(h, false, false))
                .toList();
        String when = behind.frame().equals(now) ? text.get("as-of", text.minute(still.at())) : "";
        return new ReportDocument.Grid(title, heads, rows, note + when);
    }

    /// `period` is what the other counters are of.
    ReportDocument.Trace trace(String period) {
        List<ReportDocument.Counted> counters = new ArrayList<>();
        List<BitSet> marks = new ArrayList<>();
        still.counted().forEach((behind, counted) -> {
            Long number = counted.known() ? Long.valueOf(counted.rows().cardinality()) : null;
            String span = behind.frame().equals(now) ? text.get("now") : period;
            counters.add(new ReportDocument.Counted(behind.counter().code(), number, span));
            marks.add(counted.rows());
        });
        List<ReportDocument.Line> lines = new ArrayList<>();
        int all = still.cases().rows().length;
        for (int i = 0; i < Math.min(all, MOST_TRACED); i++) {
            int row = still.cases().rows()[i];
            Case c = read.get(row);
            if (c != null) {
                BitSet by = new BitSet(marks.size());
                for (int k = 0; k < marks.size(); k++) {
                    by.set(k, marks.get(k).get(row));
                }
                lines.add(new ReportDocument.Line(columns.few(c), by));
            }
        }
        return new ReportDocument.Trace(counters, columns.heads(CaseColumns.SHORT), lines, all);
    }
}
