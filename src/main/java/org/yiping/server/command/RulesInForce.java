package org.yiping.server.command;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.casework.HolidayTables;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Change;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;

/// Tells everybody when another version of catalogue or calendar has come into force (生效), and whoever reads the
/// log, once a day, that a year's table of holidays is missing. One thread.
///
/// Nothing waits for it: cases are judged by the instant of the command. A change that fell into a time when the
/// server was down is told at the first tick.
public final class RulesInForce {
    private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);
    private static final String ID = "rules";

    /// The row every client hears of.
    private record InForce(String catalogueVersion, String calendarVersion, List<Integer> withoutTable) {
        @SuppressWarnings("NullAway") // absent in what an older server wrote
        InForce {
            withoutTable = withoutTable == null ? List.of() : List.copyOf(withoutTable);
        }
    }

    private final Rows rows;
    private final Rulebook book;
    private final InstantSource clock;
    private @Nullable InForce told;
    private @Nullable LocalDate warned;

    public RulesInForce(Rows rows, Rulebook book, InstantSource clock) {
        this.rows = rows;
        this.book = book;
        this.clock = clock;
    }

    public void tick(CommandDesk desk) {
        if (told == null) {
            told = rows.find(Kinds.CITY, ID)
                    .map(row -> Json.mapper().readValue(row.content(), InForce.class))
                    .orElse(new InForce(
                            book.catalogues().editions().getFirst().content().version(),
                            book.calendars().editions().getFirst().content().version(),
                            List.of()));
        }
        InForce now = new InForce(
                book.catalogues().at(clock.instant()).version(),
                book.calendars().at(clock.instant()).version(),
                HolidayTables.missing(book.calendars(), clock.instant()));
        if (!now.equals(told)) {
            desk.write(
                    new Origin(null, null, null, now.catalogueVersion()),
                    List.of(Change.fact(Kinds.CITY, ID, Json.mapper().writeValueAsString(now), Scope.OPEN)));
            LOG.info("in force: catalogue {}, calendar {}", now.catalogueVersion(), now.calendarVersion());
            told = now;
        }
        warn();
    }

    private void warn() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), book.zone());
        if (today.equals(warned)) {
            return;
        }
        warned = today;
        for (int year : HolidayTables.missing(book.calendars(), clock.instant())) {
            LOG.warn(
                    "the holidays of {} are not laid down: from its first day on deadlines count them as working days"
                            + " (./yiping import holidays)",
                    year);
        }
    }
}
