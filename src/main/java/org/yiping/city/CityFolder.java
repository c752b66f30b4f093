package org.yiping.city;

// long because it reads every file a city may bring

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.advice.AdviceRules;
import org.yiping.domain.advice.DutyGrid;
import org.yiping.domain.alarm.AlarmRules;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.assessment.AssessmentRules;
import org.yiping.domain.automation.AutoRule;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.Ladder;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.component.Component;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.geo.CoordinateSystem;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.inspection.InspectionSet;
import org.yiping.domain.kpi.FigureRules;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.sensor.Limits;
import org.yiping.domain.sensor.Sensor;
import org.yiping.domain.sensor.SensorId;
import org.yiping.domain.shift.Roster;
import org.yiping.domain.staff.StaffRules;
import org.yiping.domain.video.VideoRules;
import org.yiping.protocol.GeoJson;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A city as its own files describe it: `city.yaml`, areas, departments, people, cameras, components, map layers and
/// what was done before.
///
/// Every part but `city.yaml` may be missing. Reading throws `IllegalArgumentException` naming file and line, or
/// `UncheckedIOException`. The reader keeps nothing; one thread.
public final class CityFolder {
    /// No platform keeps what more sensors say.
    public static final int MOST_SENSORS = 200_000;

    private final Path folder;

    public CityFolder(Path folder) {
        this.folder = folder;
    }

    /// A person with the sign-in name they get, if any.
    public record Staff(Person person, @Nullable String account) {}

    public CitySettings settings() {
        try (InputStream in = Files.newInputStream(folder.resolve("city.yaml"))) {
            CitySettings settings = Json.mapper().treeToValue(new YAMLMapper().readTree(in), CitySettings.class);
            settings.numbers(); // a pattern that cannot work is refused here, not at the first case
            settings.system();
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read city.yaml of " + folder, e);
        }
    }

    /// Reads what is read anew at every start: what cannot be read is said before a city is made of the rest.
    public void check() {
        rules(workflow());
        alarms();
        video();
        alarmPhones();
        ladder();
        phones();
        rosters();
        figures();
        assessment();
        staff();
    }

    public Catalogue catalogue() {
        return new CatalogueFiles(folder).catalogue(settings().catalogueVersion());
    }

    public Workflow workflow() {
        return new CatalogueFiles(folder).workflow();
    }

    /// The rules that may act by themselves; none where the city has written none.
    public List<AutoRule> rules(Workflow workflow) {
        Path file = folder.resolve(RuleFile.NAME);
        return Files.exists(file) ? RuleFile.read(file, workflow) : List.of();
    }

    /// Versions of who is on duty when.
    public List<Roster> rosters() {
        return RosterFile.of(csv(RosterFile.NAME, RosterFile::line));
    }

    /// By which channels dispatches are brought to departments; empty where the city has written none.
    public Ladder ladder() {
        Path file = folder.resolve("receipts.json");
        if (!Files.exists(file)) {
            return Ladder.NONE;
        }
        try {
            Ladder ladder = Json.mapper().readValue(Files.readAllBytes(file), Ladder.class);
            ladder.fault().ifPresent(f -> {
                throw new IllegalArgumentException("receipts.json: " + f);
            });
            return ladder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (tools.jackson.core.JacksonException | NullPointerException e) {
            throw new IllegalArgumentException("receipts.json is not as it should be: " + e.getMessage(), e);
        }
    }

    /// What calls for a seat here, and who is called when nobody answers; none where the city has written none.
    public AlarmRules alarms() {
        return RulesJson.read(folder.resolve("alarms.json"), AlarmRules.class, AlarmRules::fault, AlarmRules.NONE);
    }

    /// How cameras are used here; nothing is recognised and nothing said aloud where the city has written none.
    public VideoRules video() {
        return RulesJson.read(folder.resolve("video.json"), VideoRules.class, VideoRules::fault, VideoRules.NONE);
    }

    /// The versions of the city's figures; those that ship where the city has written none.
    public List<FigureRules> figures() {
        return KpiFile.in(folder);
    }

    public static List<FigureRules> shippedFigures() {
        return KpiFile.shipped();
    }

    /// The versions of how the city assesses; the samples that ship where the city has written none.
    public List<AssessmentRules> assessment() {
        return AssessmentFile.in(folder);
    }

    public static List<AssessmentRules> shippedAssessment() {
        return AssessmentFile.shipped();
    }

    /// The versions of what is inspected by; the sample that ships where the city has written none.
    public List<InspectionSet> inspections() {
        return InspectionFile.in(folder);
    }

    public static List<InspectionSet> shippedInspections() {
        return InspectionFile.shipped();
    }

    /// The versions of how the work of people in the field is judged; those that ship where the city has written none.
    public List<StaffRules> staff() {
        return StaffFile.in(folder);
    }

    public static List<StaffRules> shippedStaff() {
        return StaffFile.shipped();
    }

    /// The telephones that are called last, in their order: personal, and for the gateway alone.
    public List<String> alarmPhones() {
        return csv("alarm-phones.csv", r -> r.get("phone"));
    }

    /// The telephone by which a department is reached: personal, and for the gateway alone.
    public Map<DepartmentId, String> phones() {
        Map<DepartmentId, String> phones = new TreeMap<>(Comparator.comparing(DepartmentId::value));
        csv("contacts.csv", r -> phones.put(new DepartmentId(r.get("department")), r.get("phone")));
        return phones;
    }

    /// By which figures the city weighs what it proposes.
    public AdviceRules advice() {
        return new CatalogueFiles(folder).advice();
    }

    /// The figures the program ships, for a city that has brought none.
    public static AdviceRules shippedAdvice() {
        return CatalogueFiles.shippedAdvice();
    }

    /// Which department answers for which area: `duty-grid.csv`, empty where the city has none.
    public DutyGrid dutyGrid() {
        return new DutyGrid(csv(
                "duty-grid.csv",
                r -> new DutyGrid.Duty(
                        new AreaCode(r.get("area")),
                        r.get("class").isBlank() ? null : new ClassCode(r.get("class")),
                        new DepartmentId(r.get("department")))));
    }

    public List<Area> areas() {
        CitySettings settings = settings();
        return csv(
                "areas.csv",
                r -> settings.checked(new Area(
                        new AreaCode(r.get("code")),
                        r.get("name"),
                        r.get("level"),
                        r.get("parent").isBlank() ? null : new AreaCode(r.get("parent")),
                        position(r, settings.system()))));
    }

    public List<Department> departments() {
        return csv(
                "departments.csv",
                r -> new Department(
                        new DepartmentId(r.get("id")),
                        r.get("name"),
                        Csv.list(r.get("classes")).stream().map(ClassCode::new).toList(),
                        Csv.list(r.get("areas")).stream().map(AreaCode::new).toList()));
    }

    public List<Staff> people() {
        return csv(
                "people.csv",
                r -> new Staff(
                        new Person(
                                new PersonId(r.get("id")),
                                r.get("name"),
                                Csv.list(r.get("posts")).stream()
                                        .map(PostCode::new)
                                        .toList(),
                                Csv.list(r.get("areas")).stream()
                                        .map(AreaCode::new)
                                        .toList(),
                                r.get("department").isBlank() ? null : new DepartmentId(r.get("department"))),
                        r.get("account").isBlank() ? null : r.get("account")));
    }

    /// `cameraBase` replaces `${cameras}` in stream addresses: where the city's video platform answers.
    public List<Camera> cameras(String cameraBase) {
        CitySettings settings = settings();
        Map<AreaCode, Position> middles = new HashMap<>();
        areas().forEach(a -> middles.put(a.code(), a.centre()));
        CameraFile file =
                new CameraFile(cameraBase, settings.system(), settings.box().centre(), middles);
        return csv("cameras.csv", file::camera);
    }

    /// Those a city brings; more than `MOST_SENSORS` are refused, and an id that is there twice.
    public List<Sensor> sensors() {
        CoordinateSystem system = settings().system();
        Set<SensorId> known = new HashSet<>();
        return csv("sensors.csv", r -> {
            Sensor sensor = new Sensor(
                    new SensorId(r.get("id")),
                    r.get("kind"),
                    r.get("name"),
                    position(r, system),
                    r.isMapped("area") && !r.get("area").isBlank() ? new AreaCode(r.get("area")) : null,
                    r.get("unit"),
                    new Limits(limit(r, "warning"), limit(r, "alarm")),
                    Boolean.parseBoolean(r.get("simulated")));
            if (!known.add(sensor.id())) {
                throw new IllegalArgumentException("sensor " + sensor.id().value() + " is there twice");
            }
            if (known.size() > MOST_SENSORS) {
                throw new IllegalArgumentException("there are more than " + MOST_SENSORS + " sensors");
            }
            return sensor;
        });
    }

    /// Rounds of cameras people are to walk; they name cameras and people of this folder.
    public List<PatrolPlan> patrols() {
        PatrolFile file = new PatrolFile(csv("cameras.csv", r -> new CameraId(r.get("id"))), people());
        return csv(PatrolFile.NAME, file::plan);
    }

    private static @Nullable Double limit(CSVRecord r, String column) {
        return r.get(column).isBlank() ? null : Double.valueOf(r.get(column));
    }

    public List<Component> components() {
        CoordinateSystem system = settings().system();
        return csv(
                "components.csv",
                r -> new Component(
                        new ComponentId(r.get("id")),
                        new ClassCode(r.get("class")),
                        r.get("name"),
                        position(r, system),
                        r.get("area").isBlank() ? null : new AreaCode(r.get("area")),
                        department(r, "owner"),
                        department(r, "holder"),
                        department(r, "authority")));
    }

    /// Absent where the cell is empty or the city's table has no such column.
    private static @Nullable DepartmentId department(CSVRecord r, String column) {
        return r.isMapped(column) && r.isSet(column) && !r.get(column).isBlank()
                ? new DepartmentId(r.get(column))
                : null;
    }

    /// What was done here before; empty for a city that starts with nothing.
    public List<Logbook.Line> logbook() {
        Path file = folder.resolve(Logbook.FILE);
        return Files.exists(file) ? Logbook.read(file) : List.of();
    }

    /// Photos the logbook's commands refer to, each named by the SHA-256 of its content.
    public List<Path> photos() {
        return files("photos");
    }

    /// The names of the layers this city brings, in alphabetical order.
    public List<String> layers() {
        return files("layers").stream()
                .map(f -> f.getFileName().toString())
                .filter(n -> n.contains(".geojson"))
                .map(n -> n.substring(0, n.indexOf('.')))
                .toList();
    }

    private List<Path> files(String name) {
        Path inner = folder.resolve(name);
        if (!Files.isDirectory(inner)) {
            return List.of();
        }
        try (var files = Files.list(inner)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Feature> layer(String name) {
        Path file = either("layers/" + name + ".geojson");
        try (InputStream in = Csv.open(file)) {
            List<Feature> features = new ArrayList<>();
            JsonNode collection = Json.mapper().readTree(in);
            CoordinateSystem system = GeoJson.system(collection, settings().system());
            for (JsonNode node : collection.path("features")) {
                features.add(feature(node, name + "-" + features.size(), system));
            }
            return features;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /// A GeoJSON feature; one without an id of its own gets `fallbackId`.
    private static Feature feature(JsonNode node, String fallbackId, CoordinateSystem system) {
        JsonNode own = node.path("properties");
        Map<String, String> properties = new TreeMap<>();
        for (Map.Entry<String, JsonNode> e : own.properties()) {
            if (!e.getKey().equals("category")
                    && !e.getKey().equals("name")
                    && !e.getValue().isNull()) {
                properties.put(
                        e.getKey(),
                        e.getValue().isString()
                                ? e.getValue().asString()
                                : e.getValue().toString());
            }
        }
        JsonNode id = node.path("id");
        return new Feature(
                id.isMissingNode() || id.isNull() ? fallbackId : id.asString(),
                own.path("category").asString(""),
                own.path("name").asString(""),
                GeoJson.read(node.path("geometry"), system),
                properties);
    }

    private <T> List<T> csv(String name, java.util.function.Function<CSVRecord, T> row) {
        Path file = either(name);
        return Files.exists(file) ? Csv.read(file, row) : List.of();
    }

    /// The file, or its `.gz` where only that exists.
    private Path either(String name) {
        Path plain = folder.resolve(name);
        Path zipped = folder.resolve(name + ".gz");
        return Files.exists(zipped) && !Files.exists(plain) ? zipped : plain;
    }

    private static Position position(CSVRecord r, CoordinateSystem system) {
        return system.position(Double.parseDouble(r.get("longitude")), Double.parseDouble(r.get("latitude")));
    }
}
