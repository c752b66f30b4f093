package org.yiping.domain.room;

import java.util.List;

/// One of the judgements a city's debriefs may end with (结论). Immutable; any thread.
public record DebriefVerdict(String code, String name, String nameEnglish) {
    /// Where a city has written none of its own (`verdicts` of city.yaml).
    public static final List<DebriefVerdict> SHIPPED = List.of(
            new DebriefVerdict("sound", "处置得当", "Handled well"),
            new DebriefVerdict("flawed", "有不足，需改进", "Handled with flaws"),
            new DebriefVerdict("wrong", "处置失当", "Handled wrongly"),
            new DebriefVerdict("open", "情况不明", "Cannot be judged"));
}
