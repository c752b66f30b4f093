package org.yiping.console.ui.wall;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallEdition;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;

/// Which scene stands on the wall now: the one somebody ordered, else the one an open day or an alarm asks for, else
/// the one the city's schedule has due. FX thread.
///
/// What was ordered is kept on this machine's disk and stands again after a restart, without the platform; a disk that
/// takes nothing costs that and nothing else. Everything else follows from the clock and the city.
final class Programme {
    private static final Logger LOG = LoggerFactory.getLogger(Programme.class);
    private static final String ORDERED = "wall.scene"; // not a message

    private final Desk desk;
    private final Hall hall;
    private final WallBook shipped;
    private @Nullable WallBook own;
    private @Nullable Rows<SceneId, WallEdition> editions;
    private WallBook book;

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

    /// `calls`: an alarm waits unanswered.
    WallScene due(Instant now, boolean calls) {
        WallBook all = book();
        SceneId id = ordered()
                .or(() -> asked(all.rules(), calls))
                .orElseGet(() -> all.rules().due(now, zone(), all.free()));
        return all.find(id)
                .orElseGet(() -> all.find(all.rules().standard())
                        .or(() -> shipped.find(shipped.rules().standard()))
                        .orElseThrow());
    }

    private Optional<SceneId> asked(WallRules rules, boolean calls) {
        if (calls && rules.onAlarm() != null) {
            return Optional.of(rules.onAlarm());
        }
        boolean open = desk.stores().openDay().map(OpenDay::on).orElse(false);
        return open ? Optional.ofNullable(rules.onOpenDay()) : Optional.empty();
    }

    /// What was ordered and is still there.
    Optional<SceneId> ordered() {
        String kept = hall.remembered().now().get().choices().getOrDefault(ORDERED, "");
        return book.scenes().stream()
                .map(WallScene::id)
                .filter(id -> id.value().equals(kept))
                .findFirst();
    }

    void order(SceneId id) {
        LOG.info("the scene {} is ordered", id.value());
        hall.remembered().change(p -> p.withChoice(ORDERED, id.value()));
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
