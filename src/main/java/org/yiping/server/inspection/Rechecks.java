package org.yiping.server.inspection;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Recheck;
import org.yiping.domain.kpi.Span;
import org.yiping.domain.kpi.Wilson;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;

/// What blind re-checks came to (盲检复核), for figures on screens and in reports: counts alone, no case and nobody's
/// verdict. Any thread.
public final class Rechecks {
    private static final int PAGE = 1000;

    private final Rows rows;
    private final Scope whole;

    /// `city` is the code that stands for all of it: a sample of the whole city is no district's to see.
    public Rechecks(Rows rows, String city) {
        this.rows = rows;
        this.whole = new Scope(city, null);
    }

    /// How many of a sample were judged, and how; what is unclear counts for neither.
    public record Counted(int judged, int holds, int broken) {
        public @Nullable Wilson interval() {
            return Wilson.of(holds, holds + broken).orElse(null);
        }
    }

    public Scope whole() {
        return whole;
    }

    /// What of a scope somebody reaches: no more than that was drawn from.
    public Scope scope(FigureScope of, Reach whose) {
        List<String> reach = whose.areas();
        if (of.area() == null) {
            return reach.isEmpty() ? whole : new Scope(String.join(" ", reach), null);
        }
        String area = of.area().value();
        List<String> inside = reach.stream().filter(a -> a.startsWith(area)).toList();
        boolean all = inside.isEmpty() || reach.stream().anyMatch(area::startsWith);
        return new Scope(all ? area : String.join(" ", inside), null);
    }

    /// The last word on the case at a place of a sample; empty while nobody judged it.
    public Optional<Recheck.Verdict> verdict(Recheck recheck, int place) {
        return rows.find(Kinds.RECHECK_VERDICT, recheck.id().value() + "/" + place)
                .map(r -> Json.mapper().readValue(r.content(), Recheck.Verdict.class));
    }

    public Counted counted(Recheck recheck) {
        List<String> said = IntStream.range(0, recheck.cases().size())
                .mapToObj(place -> verdict(recheck, place))
                .flatMap(Optional::stream)
                .map(Recheck.Verdict::verdict)
                .toList();
        return new Counted(
                said.size(), (int) said.stream().filter("holds"::equals).count(), (int)
                        said.stream().filter("broken"::equals).count());
    }

    /// The newest sample of closed cases of just this scope and reach and of some of `span`, as far as it was judged;
    /// empty where there is none. A district's sample of all it reaches is none of the city's, one
    /// that was drawn from all is no department's, and last year's says nothing of this month.
    public Optional<FigureBoard.Sample> newest(FigureScope of, Reach reach, Span span) {
        if (reach.department() != null) {
            return Optional.empty();
        }
        Scope own = scope(of, reach);
        Reach seen = new Reach(reach.areas(), null);
        Recheck last = null;
        List<Row> page;
        long after = 0;
        do {
            page = rows.page(Kinds.RECHECK, CaseFilter.ALL, seen, after, PAGE);
            for (Row row : page) {
                after = row.place().born();
                Recheck each = Json.mapper().readValue(row.content(), Recheck.class);
                boolean closing = each.counter().startsWith("close");
                boolean same = row.scope().equals(own) && each.scope().equals(of);
                last = closing && same && overlap(each.span(), span) ? each : last;
            }
        } while (page.size() == PAGE);
        return Optional.ofNullable(last).map(this::sample);
    }

    private static boolean overlap(Span one, Span other) {
        return one.from().isBefore(other.until()) && other.from().isBefore(one.until());
    }

    private FigureBoard.Sample sample(Recheck of) {
        Counted counted = counted(of);
        Wilson interval = counted.interval();
        return new FigureBoard.Sample(
                of.id(),
                of.counter(),
                of.span(),
                of.population(),
                of.cases().size(),
                counted.judged(),
                counted.holds(),
                counted.broken(),
                interval == null ? null : 100 * interval.lower(),
                interval == null ? null : 100 * interval.upper(),
                of.simulated());
    }
}
