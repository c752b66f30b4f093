package org.yiping.console.sync;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Me;
import org.yiping.domain.alarm.AlarmRules;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.video.VideoRules;
import org.yiping.domain.wall.WallBook;
import org.yiping.protocol.City;
import org.yiping.protocol.SignIn;

/// From the wire's city and identity to the windows'. Stateless.
final class WireFacts {
    private WireFacts() {}

    static CityFacts city(City wire) {
        City.Rules rules = wire.rules();
        return new CityFacts(
                new CityFacts.Name(wire.name(), wire.code(), wire.simulated(), wire.notice(), wire.noticeEnglish()),
                ZoneId.of(wire.zone()),
                wire.extent(),
                wire.layers(),
                new CityFacts.Promises(wire.promises().entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(e -> e.getKey(), e -> Duration.ofSeconds(e.getValue())))),
                new CityFacts.Rules(
                        new Catalogue(rules.catalogueVersion(), rules.classes()),
                        rules.workflow(),
                        rules.calendarVersion(),
                        rules.former().stream()
                                .collect(Collectors.toMap(
                                        City.Rules.Former::version, f -> new Catalogue(f.version(), f.classes()))),
                        rules.withoutTable(),
                        wire.alarms() == null ? AlarmRules.NONE : wire.alarms(),
                        wire.video() == null ? VideoRules.NONE : wire.video(),
                        wire.wall() == null ? WallBook.NONE : wire.wall(),
                        wire.verdicts()));
    }

    static Me me(SignIn.Me wire) {
        List<AreaCode> areas = wire.areas().stream().map(AreaCode::new).toList();
        return new Me(
                new Actor(new PersonId(wire.person()), new PostCode(wire.post()), new SeatId(wire.seat())),
                wire.name(),
                areas,
                wire.commands() == null ? null : Set.copyOf(wire.commands()));
    }
}
