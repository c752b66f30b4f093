package org.yiping.domain.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yiping.domain.kpi.Span;

/// Times counted once: parts of a day that are sorted, apart from one another and not empty. Stateless.
public final class Spans {
    private Spans() {}

    /// Whatever is in any of them; what overlaps or touches becomes one.
    public static List<Span> merged(List<Span> spans) {
        if (spans.size() < 2) {
            return spans.isEmpty()
                            || !spans.getFirst()
                                    .from()
                                    .isBefore(spans.getFirst().until())
                    ? List.of()
                    : List.copyOf(spans);
        }
        List<Span> merged = new ArrayList<>();
        for (Span next : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            Span last = merged.isEmpty() ? null : merged.getLast();
            if (!next.from().isBefore(next.until())) {
                continue;
            }
            if (last == null || next.from().isAfter(last.until())) {
                merged.add(next);
            } else if (next.until().isAfter(last.until())) {
                merged.set(merged.size() - 1, new Span(last.from(), next.until()));
            }
        }
        return merged;
    }

    /// What is in both of two lists that are each `merged`.
    public static List<Span> common(List<Span> some, List<Span> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return List.of();
        }
        List<Span> common = new ArrayList<>();
        for (Span a : some) {
            for (Span b : others) {
                Instant from = a.from().isAfter(b.from()) ? a.from() : b.from();
                Instant until = a.until().isBefore(b.until()) ? a.until() : b.until();
                if (from.isBefore(until)) {
                    common.add(new Span(from, until));
                }
            }
        }
        return common;
    }

    /// As much of them as has passed at `now`.
    public static List<Span> passed(List<Span> spans, Instant now) {
        return spans.stream()
                .filter(s -> s.from().isBefore(now))
                .map(s -> s.passed(now))
                .toList();
    }

    public static Duration length(List<Span> spans) {
        return spans.stream().map(s -> Duration.between(s.from(), s.until())).reduce(Duration.ZERO, Duration::plus);
    }
}
