package org.yiping.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.casework.CaseRules;
import org.yiping.fake.HeardLog;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Roster;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Row;

/// What the calendar says by itself; the small city has the holidays of 2025 to 2028.
class RulesInForceTest {
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    private SmallHall hall;

    @BeforeEach
    void open() {
        hall = new SmallHall(folder, RulesInForceTest::staff);
    }

    @AfterEach
    void close() {
        hall.close();
    }

    private static List<SmallHall.Keeper> staff(SmallHall hall, Rulebook book, CaseRules casework, Roster roster) {
        RulesInForce rules = new RulesInForce(hall.rows, book, hall.clock);
        return List.of(new SmallHall.Keeper() {
            @Override
            public void follow(List<Entry> entries) {}

            @Override
            public void tick(CommandDesk desk) {
                rules.tick(desk);
            }
        });
    }

    private void at(String instant) {
        hall.later(Duration.between(hall.clock.instant(), Instant.parse(instant)));
    }

    private long told() {
        return hall.rows.find(Kinds.CITY, "rules").map(Row::revision).orElse(0L);
    }

    @Test
    void aMissingTableIsWrittenOnceAndLoggedOnceADay() {
        try (HeardLog log = new HeardLog()) {
            at("2028-11-30T15:00:00Z");
            assertThat(log.lines()).isEmpty();
            assertThat(told()).isZero();
            at("2028-11-30T16:00:00Z"); // the first of December in the city
            hall.tick();
            hall.later(Duration.ofHours(23));
            assertThat(log.lines()).singleElement().asString().contains("2029");
            long first = told();
            assertThat(first).isPositive();
            hall.later(DAY);
            assertThat(log.lines()).hasSize(2);
            assertThat(told()).isEqualTo(first);
        }
    }

    @Test
    void whatFellIntoATimeWithoutServerIsToldAtTheFirstTickAndNotAgain() {
        assertThat(told()).isZero();
        at("2028-11-29T16:00:00Z");
        hall.restart(DAY.multipliedBy(3));
        long first = told();
        assertThat(first).isPositive();
        hall.restart(DAY);
        assertThat(told()).isEqualTo(first);
    }
}
