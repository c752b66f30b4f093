package org.yiping.domain.hall;

import java.util.List;
import java.util.stream.Stream;

/// A story told on an open day (演示): the steps of one made-up case. Immutable; any thread.
public record Story(List<Step> steps) {
    /// Where the story the program ships lies.
    public static final String SHIPPED = "/org/yiping/story/loop.csv";

    public Story {
        steps = List.copyOf(steps);
    }

    /// `from` is the state the case is in before it; empty while there is none.
    public record Step(String key, String from) {}

    public static Story parse(Stream<String> lines) {
        return new Story(lines.filter(l -> !l.isBlank() && !l.startsWith("#"))
                .map(l -> l.split(";", -1))
                .map(cells -> new Step(cells[0].strip(), cells[1].strip()))
                .toList());
    }

    /// The first step after `done` steps, at most the one numbered `asked`, that a case in this state is ready for; 0
    /// where none is. Steps are counted from 1.
    public int next(int done, int asked, String state) {
        for (int step = done + 1; step <= Math.min(asked, steps.size()); step++) {
            if (steps.get(step - 1).from().equals(state)) {
                return step;
            }
        }
        return 0;
    }
}
