package org.yiping.server.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.domain.geo.Position;

class PatrolEffortTest {
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
    private static final Position HERE = new Position(121.5, 31.2);
    private static final Position NEAR = new Position(121.5003, 31.2);
    private static final Position FAR = new Position(121.51, 31.2);

    private final PatrolEffort effort = new PatrolEffort(List.of(HERE, FAR), 50);

    private void at(String unit, int seconds, Position place) {
        effort.add(unit, START.plusSeconds(seconds), place);
    }

    @Test
    void time_belongs_to_the_place_a_unit_left() {
        at("u1", 0, HERE);
        at("u1", 60, NEAR);
        at("u1", 180, FAR);
        at("u1", 240, FAR);
        assertThat(effort.known()).isTrue();
        assertThat(effort.hours(0)).isCloseTo(180 / 3600.0, offset(1e-9));
        assertThat(effort.hours(1)).isCloseTo(60 / 3600.0, offset(1e-9));
    }

    @Test
    void silence_and_the_step_to_another_unit_count_for_nobody() {
        at("u1", 0, HERE);
        at("u1", 301, HERE);
        at("u2", 330, HERE);
        assertThat(effort.hours(0)).isZero();
        at("u2", 630, HERE);
        assertThat(effort.hours(0)).isCloseTo(300 / 3600.0, offset(1e-9));
    }

    @Test
    void without_a_fix_nothing_is_known() {
        assertThat(effort.known()).isFalse();
    }
}
