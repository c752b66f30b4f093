package org.yiping.server.kpi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.Span;

/// The cases behind some counters, told apart by groups: what a number was counted from, to be kept. A
/// case is named by the revision at which it stood. `unknown` are counters of which nobody can know
/// anything in that span. Immutable; any thread.
public record Census(When when, long revision, Set<Counter> unknown, Map<String, List<Member>> groups) {
    public record When(Instant at, Span span) {}

    /// `bits` are of the counters that counted it, in their order.
    public record Member(long revision, long bits) {}

    static Census of(FactTable table, Scan scan, List<Counter> counters, When when) {
        Tally empty = scan.empty(scan.add(when.span()));
        Map<String, List<Member>> groups = new TreeMap<>();
        scan.members(counters, when.span()).forEach((group, rows) -> {
            List<Member> members = new ArrayList<>();
            rows.forEach((row, bits) -> members.add(new Member(table.revision(row), bits)));
            groups.put(group, members);
        });
        return new Census(
                when,
                table.revision(),
                counters.stream().filter(c -> empty.count(c) == null).collect(Collectors.toSet()),
                groups);
    }
}
