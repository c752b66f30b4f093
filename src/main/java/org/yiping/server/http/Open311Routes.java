package org.yiping.server.http;

import io.helidon.http.HeaderNames;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.command.Command;
import org.yiping.protocol.Kinds;
import org.yiping.protocol.Problem;
import org.yiping.server.access.ApiKeys;
import org.yiping.server.access.Principal;
import org.yiping.server.command.Answer;
import org.yiping.server.command.CommandDesk;
import org.yiping.server.command.Rulebook;
import org.yiping.server.data.ReportedCases;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// The Open311 GeoReport v2 face, for citizens' apps and cities' dashboards: there only where the city has switched it
/// on. Anybody may read it; who reports does so by a key, as a person of the city, through the same desk as everybody.
/// Faults are told in the format of that specification, and by its statuses: 404, 403, 429, else 400.
final class Open311Routes {
    private static final int LARGEST_BODY = 1 << 16;
    private static final int LARGEST_PAGE = 1000;
    private static final int LAST_PAGE = 1000;
    private static final int MOST_CODES = 200;
    private static final int LONGEST_KEY = 200;
    private static final Duration LONGEST_SPAN = Duration.ofDays(90);
    /// Reports of one key; it can save up for two seconds.
    private static final double REPORTS_PER_SECOND = 10;

    private final @Nullable ApiKeys keys;
    private final Rulebook book;
    private final CommandDesk desk;
    private final Rows rows;
    private final ReportedCases cases;
    private final Days days;
    private final PublicServices services;
    private final Throttle throttle;

    Open311Routes(HttpApi.Desk desk, Rulebook book, Rows rows, ReportedCases cases, Days days) {
        this.keys = desk.apps();
        this.desk = desk.commands();
        this.book = book;
        this.rows = rows;
        this.cases = cases;
        this.days = days;
        this.services = new PublicServices(book);
        this.throttle = new Throttle(REPORTS_PER_SECOND, days::now);
    }

    private interface Face {
        /// What is answered under that name; faults are thrown.
        Object to(Call call, ApiKeys keys);
    }

    void open(Door door) {
        get(door, "services", "services", (call, _) -> services.all(days.now(), call.language()));
        get(
                door,
                "services/{code}",
                "service_definition",
                (call, _) -> PublicServices.definition(service(call.path("code")), call.language()));
        get(door, "requests", "service_requests", this::list);
        get(
                door,
                "requests/{id}",
                "service_requests",
                (call, k) -> List.of(faces(k).request(named(call.path("id")), call.language())));
        get(door, "tokens/{token}", "service_requests", (call, _) -> token(named(call.path("token"))));
        door.post("/open311/v2/requests.{format}", call -> answer(call, "service_requests", this::report));
    }

    private void get(Door door, String path, String root, Face face) {
        door.get("/open311/v2/" + path + ".{format}", call -> answer(call, root, face));
    }

    private Reply answer(Call call, String root, Face face) {
        String format = call.path("format");
        try {
            if (keys == null || !List.of("xml", "json").contains(format)) {
                throw Fault.of("ROU-4040");
            }
            call.query("jurisdiction_id").ifPresent(this::mustBeOurs);
            return SparkText.reply(200, format, root, face.to(call, keys));
        } catch (Fault fault) {
            return refusal(fault, format, call);
        }
    }

    private void mustBeOurs(String jurisdiction) {
        if (!jurisdiction.equals(book.settings().code())) {
            throw Fault.at("APP-4040", "/jurisdiction_id", "unknown");
        }
    }

    private static Reply refusal(Fault fault, String format, Call call) {
        int status = switch (fault.status()) {
            case 404, 429, 500, 503, 507 -> fault.status();
            case 401, 403 -> 403;
            default -> 400;
        };
        Problem problem = Problems.problem(fault, call.language(), call.traceId());
        String where = problem.errors() == null
                ? ""
                : problem.errors().stream()
                        .map(e -> " " + e.pointer().substring(e.pointer().lastIndexOf('/') + 1) + ": " + e.detail())
                        .collect(Collectors.joining());
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", status);
        error.put("description", problem.detail() + where + " (" + fault.code() + ")");
        return SparkText.reply(status, format, "errors", List.of(error));
    }

    private CaseClass service(String code) {
        return services.find(code, days.now()).orElseThrow(() -> Fault.at("APP-4040", "/service_code", "unknown"));
    }

    private Row named(String id) {
        return rows.find(Kinds.CASE, id).orElseThrow(() -> Fault.at("APP-4040", "/service_request_id", "no-case"));
    }

    private PublicCases faces(ApiKeys k) {
        return new PublicCases(book, services, k.directory());
    }

    /// A report has its id at once; who asks by a token all the same used that id as one.
    private static List<Map<String, Object>> token(Row row) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("service_request_id", row.id());
        request.put("token", row.id());
        return List.of(request);
    }

    private List<Map<String, @Nullable Object>> list(Call call, ApiKeys k) {
        PublicCases faces = faces(k);
        Locale language = call.language();
        return asked(call).stream().map(r -> faces.request(r, language)).toList();
    }

    private List<Row> asked(Call call) {
        List<String> ids = call.listed("service_request_id");
        if (!ids.isEmpty()) {
            if (ids.size() > LARGEST_PAGE) {
                throw Fault.at("APP-4000", "/service_request_id", "range");
            }
            return cases.find(ids.stream().distinct().toList()).stream()
                    .sorted(Comparator.comparingLong((Row r) -> r.place().born())
                            .reversed())
                    .toList();
        }
        List<String> codes = call.listed("service_code");
        if (codes.size() > MOST_CODES) {
            throw Fault.at("APP-4000", "/service_code", "range");
        }
        List<String> states = call.listed("status").stream().distinct().toList();
        if (!List.of("open", "closed").containsAll(states)) {
            throw Fault.at("APP-4000", "/status", "unknown");
        }
        int limit = (int) call.number("page_size", LARGEST_PAGE, 1, LARGEST_PAGE);
        int page = (int) call.number("page", 1, 1, LAST_PAGE);
        Span span = Span.of(call, days.now(), book.zone());
        return cases.newest(new ReportedCases.Question(
                span.from(),
                span.last().plusMillis(1),
                codes,
                states.size() == 1 ? states.getFirst().equals("closed") : null,
                (page - 1) * limit,
                limit));
    }

    /// The dates asked for, both included: the last ninety days where none are given, ninety from or to the one that
    /// is.
    private record Span(Instant from, Instant last) {
        static Span of(Call call, Instant now, ZoneId zone) {
            Instant start = date(call, "start_date", zone);
            Instant end = date(call, "end_date", zone);
            Span span = start == null
                    ? new Span((end == null ? now : end).minus(LONGEST_SPAN), end == null ? now : end)
                    : new Span(start, end == null ? start.plus(LONGEST_SPAN) : end);
            if (span.last().isBefore(span.from())
                    || Duration.between(span.from(), span.last()).compareTo(LONGEST_SPAN) > 0) {
                throw Fault.at("APP-4000", "/end_date", "range");
            }
            return span;
        }

        /// An instant with its zone, or a day of the city. A plus sign that nobody escaped arrives as a blank.
        private static @Nullable Instant date(Call call, String name, ZoneId zone) {
            String text = call.query(name).orElse(null);
            if (text == null) {
                return null;
            }
            try {
                Instant instant = text.length() == "2026-11-26".length()
                        ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                        : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
                if (instant.isBefore(Instant.EPOCH) || instant.isAfter(Instant.parse("9000-01-01T00:00:00Z"))) {
                    throw Fault.at("APP-4000", "/" + name, "range");
                }
                return instant;
            } catch (DateTimeException e) {
                throw Fault.at("APP-4000", "/" + name, "type");
            }
        }
    }

    private List<Map<String, @Nullable Object>> report(Call call, ApiKeys k) {
        if (!call.header(HeaderNames.CONTENT_TYPE).orElse("").startsWith("application/x-www-form-urlencoded")) {
            throw Fault.at("APP-4000", "/Content-Type", "type");
        }
        byte[] body = call.bytes(LARGEST_BODY);
        Form form = Form.of(body);
        Principal who = form.text("api_key", LONGEST_KEY)
                .or(() -> call.query("api_key"))
                .flatMap(k::find)
                .orElseThrow(() -> Fault.at("APP-4030", "/api_key", "unknown"));
        if (!throttle.lets(who.session())) {
            throw Fault.of("RAT-4290");
        }
        form.text("jurisdiction_id", LONGEST_KEY).ifPresent(this::mustBeOurs);
        CaseClass service = service(form.text("service_code", LONGEST_KEY)
                .orElseThrow(() -> Fault.at("APP-4000", "/service_code", "missing")));
        Command.ReportCase command = PublicReport.command(form, service, book.workflow(), who.post());
        return switch (desk.submit(who, command, Hashes.sha256(body))) {
            case Answer.Applied _ -> List.of(created(named(command.caseId().value()), call.language(), k));
            case Answer.Refused r -> throw CommandRoute.fault(r);
            case Answer.Postponed p -> throw CommandRoute.fault(p);
        };
    }

    private Map<String, @Nullable Object> created(Row row, Locale language, ApiKeys k) {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("service_request_id", row.id());
        request.put("service_notice", faces(k).notice(row, language));
        request.put("account_id", null);
        return request;
    }
}
