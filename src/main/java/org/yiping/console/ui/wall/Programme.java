package org.yiping.console.ui.wall;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Rows;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.hall.OpenDay;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallEdition;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallState;

/// Which scene stands on the wall now: the one somebody ordered here or sent from a desk, whichever came later,
/// else the one an open day or an alarm asks for, else the one the city's schedule has due; and what desks and
/// alarms have put over it. FX thread.
///
/// What was ordered here has an end (`WallRules.hand`), because whoever chose it goes home, and gives way while an
/// alarm asks for its scene. It is kept on this machine's disk and stands again after a restart, without the platform,
/// as what was sent does; a disk that takes nothing costs that and nothing else. What was sent goes by the clock,
/// whether the platform is there or not. Everything else follows from the clock and the city.
final class Programme {
    private static final Logger LOG = LoggerFactory.getLogger(Programme.class);
    private static final String ORDERED = "wall.scene"; // not a message
    /// Within that time what the platform has taken is known to all computers of a wall.
    private static final Duration KNOWN = Duration.ofMillis(500);
    /// What is dated further ahead was dated by a clock that is wrong, and is not waited for.
    private static final Duration AHEAD = Duration.ofSeconds(2);
    private static final String ORDERED_AT = "wall.scene-at"; // not a message

    private final Desk desk;
    private final Hall hall;
    private final WallBook shipped;
    private @Nullable WallBook own;
    private @Nullable Rows<SceneId, WallEdition> editions;
    private WallBook book;
    /// What was sent, as heard of: the one that counts, and after it those not all computers know of yet.
    private final Deque<WallState> heard = new ArrayDeque<>();

    private boolean shared;

    /// Of the wall every platform has; desks drive no other.
    Programme(Desk desk, Hall hall, WallBook shipped) {
        this.desk = desk;
        this.hall = hall;
        this.shipped = shipped;
        book = shipped;
    }

    /// The city's scenes and rules, and what desks have saved over them, over the shipped ones.
    WallBook book() {
        WallBook city =
                desk.city().map(CityFacts::rules).map(CityFacts.Rules::wall).orElse(WallBook.NONE);
        Rows<SceneId, WallEdition> saved = desk.stores().scenes().rows();
        if (!city.equals(own) || saved != editions) {
            own = city;
            editions = saved;
            book = city.with(saved.values().toList()).over(shipped);
            LOG.info(
                    "the wall has {} scenes, rules of version {}",
                    book.scenes().size(),
                    book.rules().version());
        }
        return book;
    }

    WallRules rules() {
        return book().rules();
    }

    /// A scene that was chosen at the wall and stands, and when it goes by itself.
    record Hand(WallScene scene, Instant until) {}

    /// `calls`: an alarm waits unanswered.
    WallScene due(Instant now, boolean calls) {
        return hand(now, calls).map(Hand::scene).orElseGet(() -> withoutHand(now, calls));
    }

    /// What is due by desks, alarms, open day and schedule.
    WallScene withoutHand(Instant now, boolean calls) {
        WallBook all = book();
        SceneId id = sentScene(now)
                .map(p -> p.order().scene())
                .or(() -> asked(all.rules(), calls))
                .orElseGet(() -> all.rules().due(now, zone(), all.free()));
        return all.find(id)
                .orElseGet(() -> all.find(all.rules().standard())
                        .or(() -> shipped.find(shipped.rules().standard()))
                        .orElseThrow());
    }

    /// Of the wall's hand and the desks', the later one stands: what somebody left standing at the wall must not make
    /// the desks powerless, nor what a desk sent the hand that came after it.
    Optional<Hand> hand(Instant now, boolean calls) {
        WallRules rules = book().rules();
        if (calls && rules.onAlarm() != null) {
            return Optional.empty();
        }
        Instant at = orderedAt();
        // An order from the time to come was dated by a clock that was ahead: it outlives no desk's, and ends all the
        // same, after twice its time at most.
        boolean ahead = at.isAfter(now);
        boolean over = !now.isBefore(at.plus(rules.hand()))
                || at.minus(ahead ? rules.hand() : Duration.ZERO).isAfter(now);
        boolean later =
                sentScene(now).filter(p -> ahead || p.from().isAfter(at)).isPresent();
        return over || later ? Optional.empty() : ordered().map(scene -> new Hand(scene, at.plus(rules.hand())));
    }

    private Optional<Placement> sentScene(Instant now) {
        return state(now).flatMap(s -> s.scene(now)).filter(p -> {
            SceneId scene = p.order().scene();
            return scene != null && book().find(scene).isPresent();
        });
    }

    /// What desks and alarms have put over the scene, a later one over an earlier one.
    List<Placement> panels(Instant now) {
        return state(now).map(s -> s.panels(now)).orElse(List.of());
    }

    /// All that was sent and stands, the scene too.
    List<Placement> sent(Instant now) {
        return state(now).map(s -> s.standing(now)).orElse(List.of());
    }

    /// Whether other computers are at this wall, with which it has to keep step.
    void shared(boolean others) {
        shared = others;
    }

    /// On a wall of several computers a change counts from the first full second on at which all of them know
    /// of it; until then all show what was before. Each change waits for itself alone: where they come without
    /// a pause, all computers show the newest one that is known to all.
    private Optional<WallState> state(Instant now) {
        WallState latest = desk.stores().walls().find(WallId.OWN).orElse(null);
        if (latest == null || !shared) {
            heard.clear();
        }
        if (latest != null && !latest.equals(heard.peekLast())) {
            heard.addLast(latest);
        }
        List<WallState> known = heard.stream().filter(s -> isKnown(s, now)).toList();
        if (!known.isEmpty()) {
            while (!heard.getFirst().equals(known.getLast())) {
                heard.removeFirst();
            }
        }
        return Optional.ofNullable(heard.peekFirst());
    }

    private static boolean isKnown(WallState state, Instant now) {
        if (state.log().isEmpty()) {
            return true;
        }
        Instant changed = state.log().getFirst().at();
        return !changed.isAfter(now.truncatedTo(ChronoUnit.SECONDS).minus(KNOWN)) || changed.isAfter(now.plus(AHEAD));
    }

    private Instant orderedAt() {
        try {
            return Instant.parse(hall.remembered().now().get().choices().getOrDefault(ORDERED_AT, ""));
        } catch (DateTimeParseException _) {
            return Instant.MIN; // ordered before it was written down when
        }
    }

    private Optional<SceneId> asked(WallRules rules, boolean calls) {
        if (calls && rules.onAlarm() != null) {
            return Optional.of(rules.onAlarm());
        }
        boolean open = desk.stores().openDay().map(OpenDay::on).orElse(false);
        return open ? Optional.ofNullable(rules.onOpenDay()) : Optional.empty();
    }

    /// What was ordered and is still there.
    private Optional<WallScene> ordered() {
        String kept = hall.remembered().now().get().choices().getOrDefault(ORDERED, "");
        return book.scenes().stream()
                .filter(scene -> scene.id().value().equals(kept))
                .findFirst();
    }

    void order(SceneId id) {
        LOG.info("the scene {} is ordered", id.value());
        String at = hall.now().toString();
        hall.remembered().change(p -> p.withChoice(ORDERED, id.value()).withChoice(ORDERED_AT, at));
    }

    /// Back to what is due.
    void release() {
        LOG.info("the ordered scene is released");
        hall.remembered().change(p -> p.withChoice(ORDERED, ""));
    }

    /// The next or the last one in the order of the book, counted from the one that stands.
    void step(WallScene standing, int by) {
        List<WallScene> all = book().scenes();
        order(all.get(Math.floorMod(all.indexOf(standing) + by, all.size())).id());
    }

    /// Where the city is not known its night is not either.
    WallRules.Light light(Instant now) {
        return desk.city().isEmpty() ? WallRules.Light.DAY : rules().light(now, zone());
    }

    private ZoneId zone() {
        return desk.city().map(CityFacts::zone).orElse(ZoneOffset.UTC);
    }
}
