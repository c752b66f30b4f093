package org.yiping.console.ui.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.domain.staff.StaffBoard;
import org.yiping.domain.staff.StaffBoard.Share;

class StaffColumnTest {
    private static StaffBoard.Row row(String name, @Nullable Double score, Share coverage) {
        return new StaffBoard.Row(
                name,
                name,
                null,
                List.of(),
                null,
                1,
                0,
                0,
                0,
                Share.UNKNOWN,
                Share.UNKNOWN,
                Share.UNKNOWN,
                Share.UNKNOWN,
                coverage,
                null,
                Share.UNKNOWN,
                Share.UNKNOWN,
                Share.UNKNOWN,
                score,
                0);
    }

    private static final List<StaffBoard.Row> ROWS = List.of(
            row("b", 70.0, new Share(1L, 2L)),
            row("a", null, new Share(0L, 0L)),
            row("c", 90.0, new Share(1L, 10L)),
            row("d", 70.0, Share.UNKNOWN));

    private static Stream<String> sorted(StaffColumn by, boolean descending) {
        return ROWS.stream().sorted(by.order(descending)).map(StaffBoard.Row::name);
    }

    @Test
    void what_is_unknown_comes_last_either_way_and_names_settle_the_rest() {
        assertThat(sorted(StaffColumn.SCORE, false)).containsExactly("b", "d", "c", "a");
        assertThat(sorted(StaffColumn.SCORE, true)).containsExactly("c", "b", "d", "a");
    }

    @Test
    void nothing_over_nothing_is_no_share() {
        assertThat(sorted(StaffColumn.COVERAGE, false)).containsExactly("c", "b", "a", "d");
        assertThat(sorted(StaffColumn.COVERAGE, true)).containsExactly("b", "c", "a", "d");
    }

    @Test
    void names_go_both_ways() {
        assertThat(sorted(StaffColumn.NAME, true)).containsExactly("d", "c", "b", "a");
    }
}
