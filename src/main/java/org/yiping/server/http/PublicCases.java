package org.yiping.server.http;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.Directory;
import org.yiping.protocol.Json;
import org.yiping.server.command.Rulebook;
import org.yiping.server.data.Row;

/// A case as anybody may see it: kind, place, state, dates, department. Who reported it, what they wrote and what they
/// sent stay inside, because people write names and numbers there. Any thread.
final class PublicCases {
    private final Workflow workflow;
    private final ZoneId zone;
    private final PublicServices services;
    private final Directory directory;

    PublicCases(Rulebook book, PublicServices services, Directory directory) {
        this.workflow = book.workflow();
        this.zone = book.zone();
        this.services = services;
        this.directory = directory;
    }

    /// Names of fields that stay empty are there all the same: apps look for them.
    Map<String, @Nullable Object> request(Row row, Locale language) {
        Case c = Json.mapper().readValue(row.content(), Case.class);
        boolean closed = isClosed(workflow.ending(c.progress().state()));
        Position at = c.place().position();
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("service_request_id", c.id().value());
        request.put("status", closed ? "closed" : "open");
        request.put("status_notes", state(c, language));
        request.put("service_name", services.name(c, language));
        request.put("service_code", c.subject().classCode().value());
        request.put("description", null);
        request.put("agency_responsible", agency(c.progress().department()));
        request.put("service_notice", notice(c, language));
        request.put("requested_datetime", time(c.report().reportedAt()));
        request.put("updated_datetime", time(updated(c, closed)));
        request.put("expected_datetime", time(expected(c)));
        request.put("address", c.place().address());
        request.put("address_id", null);
        request.put("zipcode", null);
        request.put("lat", at == null ? null : at.latitude());
        request.put("long", at == null ? null : at.longitude());
        request.put("media_url", null);
        return request;
    }

    /// Closed is what the workflow calls an end, whichever; an unknown state is open.
    private static boolean isClosed(Workflow.Ending ending) {
        return switch (ending) {
            case CLOSED, VOIDED -> true;
            case OPEN, PAUSED -> false;
        };
    }

    private @Nullable String state(Case c, Locale language) {
        return workflow.find(c.progress().state())
                .map(s -> language.equals(Locale.ENGLISH) && !s.nameEnglish().isBlank() ? s.nameEnglish() : s.name())
                .orElse(null);
    }

    private @Nullable String agency(@Nullable DepartmentId department) {
        return department == null
                ? null
                : directory.department(department).map(Department::name).orElse(null);
    }

    String notice(Row row, Locale language) {
        return notice(Json.mapper().readValue(row.content(), Case.class), language);
    }

    /// The number people speak of.
    private static String notice(Case c, Locale language) {
        return MessageFormat.format(
                Problems.words(language).getString("open311.number"),
                c.head().number().value());
    }

    private static Instant updated(Case c, boolean closed) {
        Instant closedAt = c.progress().milestones().closedAt();
        if (closed && closedAt != null) {
            return closedAt;
        }
        Instant changedAt = c.progress().changedAt();
        return changedAt == null ? c.report().reportedAt() : changedAt;
    }

    /// When the department is due; not known before there is one, nor while it is suspended.
    private static @Nullable Instant expected(Case c) {
        return c.progress().clocks().stream()
                .filter(k -> k.stage().equals(CaseClock.HANDLE) && !k.paused())
                .reduce((_, last) -> last)
                .map(CaseClock::dueAt)
                .orElse(null);
    }

    private @Nullable String time(@Nullable Instant instant) {
        return instant == null
                ? null
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime());
    }
}
