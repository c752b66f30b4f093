package org.yiping.server.command;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.yiping.city.CitySettings;
import org.yiping.domain.Versions;
import org.yiping.domain.alarm.AlarmRules;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.casework.CaseRules;
import org.yiping.domain.casework.NumberPattern;
import org.yiping.domain.casework.WorkCalendar;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.identity.Directory;
import org.yiping.domain.video.VideoRules;
import org.yiping.domain.wall.WallBook;
import org.yiping.protocol.Json;
import org.yiping.server.data.Meta;

/// What rules this city: its settings, workflow, and every version of its catalogue, calendar and alarm rules. Kept as
/// JSON in the storage, so that a start needs no city folder and reads no CSV. Immutable but for the wall's scenes and
/// rules, which are read again when their files change (`WallFiles`); any thread.
///
/// The first version of a kind is the one the city was founded with; each later one is a document of its own, which
/// is written once and says from when it holds.
public record Rulebook(
        CitySettings settings,
        Versions<Catalogue> catalogues,
        Workflow workflow,
        Versions<WorkCalendar> calendars,
        Versions<AlarmRules> alarms,
        Versions<VideoRules> video,
        AtomicReference<WallBook> walls) {
    private record WorkflowText(String version, List<Workflow.State> states, List<Workflow.Transition> transitions) {}

    /// `from` is absent on the first one, which has held ever since.
    private record CatalogueText(@Nullable Instant from, String version, List<CaseClass> classes) {
        Catalogue catalogue() {
            return new Catalogue(version, classes);
        }
    }

    private record CalendarText(Instant from, CitySettings.Calendar calendar) {}

    private record AlarmText(Instant from, AlarmRules rules) {}

    private record VideoText(Instant from, VideoRules rules) {}

    private static final String SETTINGS = "settings";
    private static final String CATALOGUE = "catalogue";
    private static final String CALENDAR = "calendar";
    private static final String ALARMS = "alarms";
    private static final String VIDEO = "video";
    private static final String WALL = "wall";

    /// As a city is founded.
    public Rulebook(CitySettings settings, Catalogue catalogue, Workflow workflow) {
        this(
                settings,
                Versions.of(catalogue),
                workflow,
                Versions.of(settings.workCalendar()),
                Versions.of(AlarmRules.NONE),
                Versions.of(VideoRules.NONE));
    }

    /// Of a city that has written nothing about its wall.
    public Rulebook(
            CitySettings settings,
            Versions<Catalogue> catalogues,
            Workflow workflow,
            Versions<WorkCalendar> calendars,
            Versions<AlarmRules> alarms,
            Versions<VideoRules> video) {
        this(settings, catalogues, workflow, calendars, alarms, video, WallBook.NONE);
    }

    /// With what the city's wall has at the start.
    Rulebook(
            CitySettings settings,
            Versions<Catalogue> catalogues,
            Workflow workflow,
            Versions<WorkCalendar> calendars,
            Versions<AlarmRules> alarms,
            Versions<VideoRules> video,
            WallBook wall) {
        this(settings, catalogues, workflow, calendars, alarms, video, new AtomicReference<>(wall));
    }

    /// What the city's files say of its wall now.
    public WallBook wall() {
        return walls.get();
    }

    public static boolean isIn(Meta meta) {
        return meta.get(SETTINGS).isPresent();
    }

    public static Rulebook load(Meta meta) {
        WorkflowText w = Json.mapper().readValue(text(meta, "workflow"), WorkflowText.class);
        CitySettings settings = Json.mapper().readValue(text(meta, SETTINGS), CitySettings.class);
        Versions<Catalogue> catalogues = Versions.of(Json.mapper()
                .readValue(text(meta, CATALOGUE), CatalogueText.class)
                .catalogue());
        for (String text : later(meta, CATALOGUE)) {
            CatalogueText c = Json.mapper().readValue(text, CatalogueText.class);
            catalogues = catalogues.with(c.from() == null ? Instant.EPOCH : c.from(), c.catalogue());
        }
        Versions<WorkCalendar> calendars = Versions.of(settings.workCalendar());
        for (String text : later(meta, CALENDAR)) {
            CalendarText c = Json.mapper().readValue(text, CalendarText.class);
            calendars = calendars.with(c.from(), c.calendar().in(settings.zone()));
        }
        Versions<AlarmRules> alarms = Versions.of(AlarmRules.NONE);
        for (String text : later(meta, ALARMS)) {
            AlarmText a = Json.mapper().readValue(text, AlarmText.class);
            alarms = alarms.with(a.from(), a.rules());
        }
        Versions<VideoRules> video = Versions.of(VideoRules.NONE);
        for (String text : later(meta, VIDEO)) {
            VideoText v = Json.mapper().readValue(text, VideoText.class);
            video = video.with(v.from(), v.rules());
        }
        Workflow workflow = new Workflow(w.version(), w.states(), w.transitions());
        WallBook wall = meta.get(WALL)
                .map(text -> Json.mapper().readValue(text, WallBook.class))
                .orElse(WallBook.NONE);
        return new Rulebook(settings, catalogues, workflow, calendars, alarms, video, wall);
    }

    /// Teaches the JSON codec these types ahead of their first reading.
    public static void warm() {
        for (Class<?> type : List.of(CitySettings.class, CatalogueText.class, WorkflowText.class)) {
            Json.mapper().readerFor(type);
        }
    }

    private static String text(Meta meta, String name) {
        return meta.get(name).orElseThrow(() -> new IllegalStateException("the storage holds no " + name));
    }

    /// Everything after the first, in the order in which it was added.
    private static List<String> later(Meta meta, String kind) {
        List<String> texts = new ArrayList<>();
        Optional<String> text = meta.get(kind + "-2");
        while (text.isPresent()) {
            texts.add(text.get());
            text = meta.get(kind + "-" + (texts.size() + 2));
        }
        return texts;
    }

    /// Settings last: where they are, the rest is.
    public void save(Meta meta) {
        meta.set(
                "workflow",
                Json.mapper()
                        .writeValueAsString(
                                new WorkflowText(workflow.version(), workflow.states(), workflow.transitions())));
        Catalogue first = catalogues.editions().getFirst().content();
        meta.set(
                CATALOGUE, Json.mapper().writeValueAsString(new CatalogueText(null, first.version(), first.classes())));
        meta.set(SETTINGS, Json.mapper().writeValueAsString(settings));
    }

    /// This book with a catalogue more, which is on disk then.
    public Rulebook with(Meta meta, Instant from, Catalogue next) {
        Rulebook book = new Rulebook(settings, catalogues.with(from, next), workflow, calendars, alarms, video, walls);
        meta.set(
                CATALOGUE + "-" + book.catalogues().editions().size(),
                Json.mapper().writeValueAsString(new CatalogueText(from, next.version(), next.classes())));
        return book;
    }

    /// This book with a calendar more, which is on disk then.
    public Rulebook with(Meta meta, Instant from, CitySettings.Calendar next) {
        Rulebook book = new Rulebook(
                settings, catalogues, workflow, calendars.with(from, next.in(settings.zone())), alarms, video, walls);
        meta.set(
                CALENDAR + "-" + book.calendars().editions().size(),
                Json.mapper().writeValueAsString(new CalendarText(from, next)));
        return book;
    }

    /// This book with alarm rules more, which are on disk then; itself where it has them already. What changes under
    /// the same version is refused: an alarm names the version it was raised under.
    public Rulebook with(Meta meta, Instant from, AlarmRules next) {
        AlarmRules known = alarms.find(next.version()).orElse(null);
        if (known != null && !known.equals(next)) {
            throw new IllegalArgumentException("alarms.json has changed and needs a new version: " + next.version());
        }
        if (next.equals(alarms.editions().getLast().content())) {
            return this;
        }
        if (known != null) {
            throw new IllegalArgumentException("alarms.json "
                    + (next.equals(AlarmRules.NONE)
                            ? "is gone; to end alarms bring it with a new version and no triggers"
                            : "is of a version that was followed by another: give it a new one: " + next.version()));
        }
        Rulebook book = new Rulebook(settings, catalogues, workflow, calendars, alarms.with(from, next), video, walls);
        meta.set(
                ALARMS + "-" + book.alarms().editions().size(),
                Json.mapper().writeValueAsString(new AlarmText(from, next)));
        return book;
    }

    /// This book with rules for cameras more, which are on disk then; itself where it has them already. A capture
    /// names the version it was let in by, so a version is never written anew.
    public Rulebook with(Meta meta, Instant from, VideoRules next) {
        if (next.equals(video.editions().getLast().content())) {
            return this;
        }
        if (video.find(next.version()).isPresent()) {
            throw new IllegalArgumentException("video.json has changed, is gone or is a former one: it needs a new"
                    + " version, not " + next.version());
        }
        for (VideoRules.Mapping m : next.captures().classes()) {
            if (catalogues.at(from).find(m.classCode()).isEmpty()) {
                throw new IllegalArgumentException("video.json: no class "
                        + m.classCode().value() + " in the catalogue, for the alarm " + m.alarm());
            }
        }
        Rulebook book = new Rulebook(settings, catalogues, workflow, calendars, alarms, video.with(from, next), walls);
        meta.set(
                VIDEO + "-" + book.video().editions().size(),
                Json.mapper().writeValueAsString(new VideoText(from, next)));
        return book;
    }

    /// The wall's scenes and rules as they are now, which are on disk then; everybody who has this book sees them.
    public Rulebook wall(Meta meta, WallBook next) {
        if (!next.equals(wall())) {
            meta.set(WALL, Json.mapper().writeValueAsString(next));
            walls.set(next);
        }
        return this;
    }

    public CaseRules rules(AreaFinder areas, Directory directory) {
        return new CaseRules(catalogues, workflow, calendars, areas, directory);
    }

    public ZoneId zone() {
        return ZoneId.of(settings.zone());
    }

    NumberPattern numbers() {
        return settings.numbers();
    }
}
