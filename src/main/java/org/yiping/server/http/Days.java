package org.yiping.server.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.server.data.CampaignFilter;
import org.yiping.server.data.Figures;
import org.yiping.server.data.KpiFilter;

/// The city's day: from midnight to midnight in its own zone, however many hours that has. Any thread.
final class Days {
    private final ZoneId zone;
    private final InstantSource clock;

    Days(ZoneId zone, InstantSource clock) {
        this.zone = zone;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// Today in the city.
    LocalDate date() {
        return LocalDate.ofInstant(now(), zone);
    }

    Figures.Day today() {
        return day(now());
    }

    private Figures.Day day(Instant now) {
        LocalDate date = LocalDate.ofInstant(now, zone);
        return new Figures.Day(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant(),
                now);
    }

    /// The cases behind a figure as it was counted at `at`, or now: of a day, or of a campaign.
    Optional<KpiFilter> filter(String code, @Nullable String at, @Nullable CampaignFilter campaign) {
        Instant instant;
        try {
            instant = at == null ? clock.instant() : Instant.parse(at);
        } catch (DateTimeException e) {
            throw Fault.at("QRY-4000", "/at", "type");
        }
        Figures.Day day = campaign == null ? day(instant) : campaign.day(instant);
        return KpiFilter.of(code, day.from(), day.until(), day.now());
    }
}
