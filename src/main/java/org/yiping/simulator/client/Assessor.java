package org.yiping.simulator.client;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.simulator.play.Account;
import tools.jackson.databind.JsonNode;

/// Assesses the two newest periods of the fictional city that are over: the older one is signed and published, the
/// newer
/// one waits for appeals, of which one is made. Of departments and of areas, as a city's people would; a period that
/// was
/// assessed is left alone. Blocking; one thread.
public final class Assessor {
    private static final Logger LOG = LoggerFactory.getLogger(Assessor.class);
    private static final String ALL = "/api/v1/assessments/";
    private static final List<String> OPENED = List.of("SUBMIT", "OPEN_APPEALS");
    private static final int LEAST = 50;
    private static final int CALM = 3_000;
    private static final int PATIENCE = 40;

    private final CityClient client;
    private final List<Account> accounts;
    private final InstantSource clock;
    private final Pause pause;

    /// Waits so many milliseconds; false where it was told to stop.
    public interface Pause {
        boolean rest(long millis);
    }

    /// `pause` is for a platform that still counts its figures.
    public Assessor(CityClient client, List<Account> accounts, InstantSource clock, Pause pause) {
        this.client = client;
        this.accounts = List.copyOf(accounts);
        this.clock = clock;
        this.pause = pause;
    }

    /// Does so where the platform answers and the city has the people for it; what it refuses is told and left.
    public void play() {
        CityClient.As runs = as("supervisor").orElse(null);
        CityClient.As signs = as("leader").orElse(null);
        JsonNode city = runs == null ? null : good(client.get(runs, "/api/v1/city"));
        JsonNode schemes = runs == null ? null : good(client.get(runs, ALL + "schemes"));
        if (runs == null || signs == null || city == null || schemes == null) {
            return;
        }
        ZoneId zone = ZoneId.of(city.path("zone").asString("Asia/Shanghai"));
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate first = today.withDayOfMonth(1);
        Over older = new Over("month", first.minusMonths(2));
        Over newer = new Over("month", first.minusMonths(1));
        if (filed(runs, older) < LEAST || filed(runs, newer) < LEAST) {
            older = new Over("day", today.minusDays(2));
            newer = new Over("day", today.minusDays(1));
        }
        for (String scheme : played(schemes)) {
            published(runs, signs, scheme, older);
            appealed(runs, scheme, newer);
        }
    }

    /// A period that is over; `day` is its first.
    private record Over(String period, LocalDate day) {}

    /// How many cases were filed in it: a city that has just begun has no month to be assessed by.
    private double filed(CityClient.As who, Over over) {
        JsonNode told = patiently(
                () -> client.get(who, "/api/v1/figures?codes=filed&period=" + over.period() + "&day=" + over.day()));
        return told == null ? 0 : told.path("items").path(0).path("value").asDouble(0);
    }

    /// Departments, and the areas the city assesses: of each the first scheme there is.
    private static List<String> played(JsonNode schemes) {
        JsonNode newest = schemes.path("items")
                .valueStream()
                .max(Comparator.comparing(v -> v.path("from").asString()))
                .orElse(null);
        return newest == null
                ? List.of()
                : newest.path("schemes")
                        .valueStream()
                        .filter(s -> List.of("DEPARTMENT", "AREA")
                                .contains(s.path("kind").asString()))
                        .map(s -> s.path("code").asString())
                        .toList();
    }

    private void published(CityClient.As runs, CityClient.As signs, String scheme, Over over) {
        String id = id(scheme, over);
        if (run(runs, id, scheme, over) == null) {
            return;
        }
        int base = 0;
        for (String step : List.of("SUBMIT", "OPEN_APPEALS", "CLOSE_APPEALS")) {
            move(runs, id, base++, step, Map.of());
        }
        move(signs, id, base++, "SIGN", Map.of());
        move(runs, id, base, "PUBLISH", Map.of());
        LOG.info("{} of {} was assessed and published, simulated", scheme, over.day());
    }

    private void appealed(CityClient.As runs, String scheme, Over over) {
        String id = id(scheme, over);
        JsonNode draft = run(runs, id, scheme, over);
        if (draft == null) {
            return;
        }
        int base = 0;
        for (String step : OPENED) {
            move(runs, id, base++, step, Map.of());
        }
        appeal(id, base, draft);
        LOG.info("{} of {} was assessed and waits for appeals, simulated", scheme, over.day());
    }

    /// The department with the most cases that has an account of its own says that one of them was not its fault.
    private void appeal(String id, int base, JsonNode draft) {
        List<JsonNode> scores = draft.path("scores")
                .valueStream()
                .sorted(Comparator.comparingInt((JsonNode s) -> s.path("cases").asInt())
                        .reversed())
                .toList();
        for (JsonNode score : scores) {
            String object = score.path("object").asString();
            Account terminal = accounts.stream()
                    .filter(a ->
                            a.department() != null && a.department().value().equals(object))
                    .findFirst()
                    .orElse(null);
            CityClient.As who = terminal == null ? null : new CityClient.As(terminal, "department");
            JsonNode cases = who == null ? null : good(client.get(who, ALL + id + "/cases?object=" + object));
            if (who != null && cases != null && !cases.path("cases").isEmpty()) {
                move(
                        who,
                        id,
                        base,
                        "APPEAL",
                        Map.of(
                                "object",
                                object,
                                "cases",
                                List.of(cases.path("cases").path(0).asString())));
                return;
            }
        }
    }

    private static String id(String scheme, Over over) {
        return "demo-" + scheme + "-" + over.period() + "-" + over.day();
    }

    /// The draft; nothing where there is one already, or it was refused. A platform that still counts is asked again.
    private @Nullable JsonNode run(CityClient.As runs, String id, String scheme, Over over) {
        if (client.get(runs, ALL + id) instanceof Reply.Good) {
            return null;
        }
        return patiently(() -> client.put(
                runs,
                ALL + id,
                Map.of(
                        "scheme",
                        scheme,
                        "period",
                        over.period(),
                        "day",
                        over.day().toString(),
                        "reason",
                        "")));
    }

    private @Nullable JsonNode patiently(Supplier<Reply> ask) {
        Reply reply = ask.get();
        for (int i = 0; i < PATIENCE && reply instanceof Reply.Bad(int status, String _) && status == 503; i++) {
            if (!pause.rest(CALM)) {
                return null;
            }
            reply = ask.get();
        }
        return good(reply);
    }

    private void move(CityClient.As who, String id, int base, String move, Map<String, Object> said) {
        Map<String, Object> plea = new HashMap<>(Map.of("reason", "模拟"));
        plea.putAll(said);
        good(client.send(
                who,
                "/api/v1/commands",
                Map.of(
                        "type",
                        "moveAssessment",
                        "target",
                        id,
                        "basedOn",
                        0,
                        "payload",
                        Map.of("base", base, "move", move, "plea", plea)),
                "Idempotency-Key",
                id + "-" + base));
    }

    /// The last account of a post: people sit down at the first.
    private Optional<CityClient.As> as(String post) {
        return accounts.stream()
                .filter(a -> a.holds(post))
                .reduce((_, second) -> second)
                .map(a -> new CityClient.As(a, post));
    }

    private static @Nullable JsonNode good(Reply reply) {
        return switch (reply) {
            case Reply.Good(JsonNode body) -> body;
            case Reply.Bad(int status, String code) -> {
                if (status != 404) {
                    LOG.info("a step of an assessment was refused: {}", code);
                }
                yield null;
            }
            case Reply.Silence(String reason) -> {
                LOG.info("no assessment: {}", reason);
                yield null;
            }
        };
    }
}
