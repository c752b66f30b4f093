package org.yiping.server.http;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.city.CitySettings;
import org.yiping.domain.Versions;
import org.yiping.domain.alarm.AlarmRules;
import org.yiping.domain.casework.HolidayTables;
import org.yiping.domain.casework.WorkCalendar;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.geo.Layer;
import org.yiping.domain.video.VideoRules;
import org.yiping.domain.wall.WallBook;
import org.yiping.protocol.City;
import org.yiping.server.access.Access;
import org.yiping.server.command.Rulebook;
import org.yiping.server.data.LayerTable;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Reach;
import org.yiping.server.load.LayerText;

/// The city, its map layers and its components.
final class CityRoutes {
    /// The components lie among the layers under this name and are not listed as one.
    static final String COMPONENTS = "components";
    /// A wall may be without its platform for long.
    private static final int FREE_DAYS_AHEAD = 400;

    private final Rulebook book;
    private final LayerTable layers;
    private final Ledger ledger;
    private final Access access;
    private final InstantSource clock;

    CityRoutes(Rulebook book, LayerTable layers, Ledger ledger, Access access, InstantSource clock) {
        this.book = book;
        this.layers = layers;
        this.ledger = ledger;
        this.access = access;
        this.clock = clock;
    }

    void open(Door door) {
        door.get("/api/v1/city", call -> Reply.json(city()));
        door.get("/api/v1/catalogue/versions", call -> Pages.of(versions(), ledger.revision(), null));
        door.get("/api/v1/catalogue/versions/{version}", call -> Reply.json(version(call.path("version"))));
        door.get("/api/v1/layers", call -> Pages.of(listed(), ledger.revision(), null));
        door.get("/api/v1/layers/{name}", call -> rows(call, call.path("name")));
        door.get("/api/v1/components", call -> rows(call, COMPONENTS));
    }

    private City city() {
        CitySettings s = book.settings();
        return new City(
                s.name(),
                s.code(),
                s.zone(),
                s.simulated(),
                s.notice(),
                s.noticeInEnglish(),
                s.box(),
                listed(),
                s.promises(),
                rules(),
                alarms(),
                video(),
                wall(),
                s.debriefVerdicts());
    }

    /// With the days of the next months on which nobody works, because only the platform has the calendar. Desks can
    /// lay down what is due on which days also where the city has no scenes of its own.
    private WallBook wall() {
        Instant now = clock.instant();
        WorkCalendar calendar = book.calendars().at(now);
        LocalDate today = LocalDate.ofInstant(now, book.zone());
        return book.wall()
                .free(today.minusDays(1)
                        .datesUntil(today.plusDays(FREE_DAYS_AHEAD))
                        .filter(d -> !calendar.isWorkingDay(d))
                        .toList());
    }

    private @Nullable VideoRules video() {
        VideoRules inForce = book.video().at(clock.instant());
        return inForce.equals(VideoRules.NONE) ? null : inForce;
    }

    private @Nullable AlarmRules alarms() {
        AlarmRules inForce = book.alarms().at(clock.instant());
        return inForce.equals(AlarmRules.NONE) ? null : inForce;
    }

    private City.Rules rules() {
        Instant now = clock.instant();
        Catalogue inForce = book.catalogues().at(now);
        return new City.Rules(
                inForce.version(),
                book.calendars().at(now).version(),
                inForce.classes(),
                book.workflow().version(),
                book.workflow().states(),
                book.workflow().transitions(),
                former(inForce),
                HolidayTables.missing(book.calendars(), now));
    }

    private List<City.Rules.Former> former(Catalogue inForce) {
        return book.catalogues().editions().stream()
                .map(Versions.Edition::content)
                .filter(c -> !c.version().equals(inForce.version()))
                .map(c -> new City.Rules.Former(
                        c.version(),
                        c.classes().stream()
                                .filter(k -> !k.equals(inForce.byCode().get(k.code())))
                                .toList()))
                .filter(f -> !f.classes().isEmpty())
                .toList();
    }

    /// Every version with the instant from which it holds, the oldest first, without its classes.
    private List<Listed> versions() {
        String inForce = book.catalogues().at(clock.instant()).version();
        return book.catalogues().editions().stream()
                .map(e -> new Listed(
                        e.content().version(),
                        e.from(),
                        e.content().version().equals(inForce),
                        e.content().classes().size()))
                .toList();
    }

    private record Listed(String version, Instant from, boolean inForce, int size) {}

    private record Whole(String version, Instant from, List<CaseClass> classes) {}

    private Whole version(String version) {
        return book.catalogues().editions().stream()
                .filter(e -> e.content().version().equals(version))
                .findFirst()
                .map(e -> new Whole(version, e.from(), e.content().classes()))
                .orElseThrow(() -> Fault.of("RES-4040"));
    }

    private List<Layer> listed() {
        return layers.all().stream().filter(l -> !l.name().equals(COMPONENTS)).toList();
    }

    /// The ground is the same for everybody and goes out as it lies in the storage; components are kept to the areas
    /// of who asks, by whichever name they are asked for.
    private Reply rows(Call call, String name) {
        String kind = name.equals(COMPONENTS) ? "component" : "layer";
        if (!access.mayReceive(kind, call.who().post())) {
            throw Fault.of("AUT-4030");
        }
        Layer layer = layers.find(name).orElseThrow(() -> Fault.of("RES-4040"));
        Reach reach = access.reach(kind, call.who());
        return reach.equals(Reach.CITY)
                ? new Reply.Stream("\"" + layer.revision() + "\"", true, out -> layers.copy(name, out))
                : new Reply.Stream(
                        Pages.tag(layer.revision(), call.who()),
                        false,
                        out -> LayerText.part(layers, name, reach, out));
    }
}
