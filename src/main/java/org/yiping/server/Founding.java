package org.yiping.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.city.CellFinder;
import org.yiping.city.CityFolder;
import org.yiping.city.CitySettings;
import org.yiping.city.Logbook;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.Device;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Layer;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.sensor.Sensor;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Passwords;
import org.yiping.server.access.Roster;
import org.yiping.server.advice.AdviceBook;
import org.yiping.server.advice.CityGround;
import org.yiping.server.advice.Counsel;
import org.yiping.server.advice.OpenLoads;
import org.yiping.server.command.CaseClerk;
import org.yiping.server.command.Replay;
import org.yiping.server.command.Rulebook;
import org.yiping.server.data.Accounts;
import org.yiping.server.data.Catchup;
import org.yiping.server.data.Change;
import org.yiping.server.data.Database;
import org.yiping.server.data.FileStore;
import org.yiping.server.data.FileTable;
import org.yiping.server.data.LayerTable;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Meta;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;
import org.yiping.server.data.Vicinity;
import org.yiping.server.load.LayerText;

/// Founds a city in an empty storage from its folder. Interrupted, it is simply done again: the settings come last.
/// One thread.
final class Founding {
    private static final Logger LOG = LoggerFactory.getLogger(Founding.class);
    private static final String ADMINISTRATOR = "administrator";

    private final Database database;
    private final Ledger ledger;
    private final Passwords passwords;
    private final Instant now;

    Founding(Database database, Ledger ledger, Passwords passwords, Instant now) {
        this.database = database;
        this.ledger = ledger;
        this.passwords = passwords;
        this.now = now;
    }

    /// Returns name and password of each administrator where passwords were made that nobody can look up.
    @Nullable
    String found(Path folder, String cameras, Path data) {
        CityFolder city = new CityFolder(folder);
        city.check();
        CitySettings settings = city.settings();
        List<Change> changes = new ArrayList<>();
        city.areas()
                .forEach(a -> changes.add(change(
                        Kinds.AREA, a.code().value(), a, new Scope(a.code().value(), null))));
        city.departments().forEach(d -> changes.add(change(Kinds.DEPARTMENT, d.id().value(), d, Scope.OPEN)));
        List<CityFolder.Staff> staff = new ArrayList<>(city.people());
        if (staff.stream().noneMatch(s -> s.account() != null && isAdministrator(s.person()))) {
            Person admin =
                    new Person(new PersonId("admin"), "管理员", List.of(new PostCode(ADMINISTRATOR)), List.of(), null);
            staff.add(new CityFolder.Staff(admin, "admin"));
        }
        staff.forEach(
                s -> changes.add(change(Kinds.PERSON, s.person().id().value(), s.person(), Scope.of(s.person()))));
        Map<String, List<Feature>> layers = new LinkedHashMap<>();
        city.layers().forEach(name -> layers.put(name, city.layer(name)));
        AreaFinder areas = new CellFinder(settings.box(), CityAreas.smallest(layers));
        city.cameras(cameras).forEach(c -> {
            AreaCode area = area(c, areas);
            Camera placed = c.device() == null ? c : c.with(c.device().in(area));
            Scope scope = new Scope(area == null ? null : area.value(), null);
            changes.add(change(Kinds.CAMERA, c.id().value(), placed, scope));
        });
        city.sensors().forEach(s -> {
            Sensor placed = s.area() == null ? s.in(areas.areaAt(s.position()).orElse(null)) : s;
            AreaCode area = placed.area();
            Scope scope = new Scope(area == null ? null : area.value(), null);
            changes.add(change(Kinds.SENSOR, placed.id().value(), placed, scope));
        });
        city.patrols()
                .forEach(p -> staff.stream()
                        .map(CityFolder.Staff::person)
                        .filter(who -> who.id().equals(p.by().person()))
                        .forEach(who -> changes.add(change(Kinds.PATROL_PLAN, p.id().value(), p, Scope.of(who)))));
        ledger.write(batch -> {
            for (Change c : changes) {
                batch.put(Origin.PLATFORM, now, c);
            }
        });
        layers.forEach((name, rows) -> layer(name, rows, settings));
        layer("components", city.components(), settings);
        Rulebook book = new Rulebook(settings, city.catalogue(), city.workflow());
        new AdviceBook(city.advice(), city.dutyGrid()).save(new Meta(database));
        new Catchup(database).spare();
        past(city, book, areas, new FileStore(data.resolve("files"), new FileTable(database)));
        String shown = accounts(staff, settings.simulated(), data); // last: who is shown a password has a city
        book.save(new Meta(database));
        database.sync();
        return shown;
    }

    /// What was done before the city came here, photos first.
    private void past(CityFolder city, Rulebook book, AreaFinder areas, FileStore files) {
        List<Logbook.Line> lines = city.logbook();
        if (lines.isEmpty()) {
            return;
        }
        try {
            for (Path photo : city.photos()) {
                String id = photo.getFileName().toString();
                switch (files.take(id, Files.readAllBytes(photo))) {
                    case FileStore.Taken.Kept(FileTable.Picture picture) -> files.register(picture, "", now);
                    case FileStore.Taken.More _ -> throw new IllegalArgumentException("photos/" + id + " is not whole");
                    case FileStore.Taken.Bad(String code) ->
                        throw new IllegalArgumentException("photos/" + id + " is refused: " + code);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Roster roster = new Roster(new Rows(database));
        Vicinity vicinity = new Vicinity(database);
        Counsel counsel = new CityGround(new Rows(database), new LayerTable(database), areas, Runnable::run)
                .counsel(AdviceBook.load(new Meta(database)), vicinity, roster::departments, new OpenLoads(vicinity));
        CaseClerk clerk =
                new CaseClerk(book, book.rules(areas, roster), Access.shipped(), new FileTable(database), counsel);
        int done = new Replay(ledger, clerk, roster).run(lines);
        LOG.info("logbook: {} of {} commands done again", done, lines.size());
    }

    private static boolean isAdministrator(Person person) {
        return person.posts().contains(new PostCode(ADMINISTRATOR));
    }

    /// As the file says, else where it stands; a camera nobody surveyed stands nowhere.
    private static @Nullable AreaCode area(Camera camera, AreaFinder areas) {
        Device device = camera.device();
        AreaCode told = device == null ? null : device.area();
        boolean placed = device == null || device.placed();
        return told != null || !placed ? told : areas.areaAt(camera.position()).orElse(null);
    }

    private static Change change(String kind, String id, Object row, Scope scope) {
        return Change.fact(kind, id, Json.mapper().writeValueAsString(row), scope);
    }

    private void layer(String name, List<?> rows, CitySettings settings) {
        Layer layer = new Layer(name, ledger.revision(), rows.size(), settings.attribution(), settings.datum());
        LayerText.put(new LayerTable(database), layer, rows, now);
    }

    /// A simulated city's passwords go into a file for its simulator; a real city's administrator reads his once.
    private @Nullable String accounts(List<CityFolder.Staff> staff, boolean simulated, Path data) {
        Accounts accounts = new Accounts(database);
        if (accounts.count() > 0) {
            return null;
        }
        List<Accounts.Account> made = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        lines.add("account,password,person,name,posts,department");
        String shown = null;
        for (CityFolder.Staff s : staff) {
            String account = s.account();
            if (account == null || (!simulated && !isAdministrator(s.person()))) {
                continue;
            }
            String password = passwords.draw();
            made.add(new Accounts.Account(
                    account, s.person().id().value(), passwords.hashDrawn(password), 0, Instant.EPOCH));
            lines.add(line(s.person(), account, password));
            shown = (shown == null ? "" : shown + ", ") + account + " " + password;
        }
        if (simulated) {
            write(data.resolve("accounts.csv"), lines);
        }
        accounts.add(made);
        return simulated ? null : shown;
    }

    private static String line(Person person, String account, String password) {
        String posts = person.posts().stream().map(PostCode::value).collect(Collectors.joining(";"));
        DepartmentId department = person.department();
        return String.join(
                ",",
                account,
                password,
                person.id().value(),
                person.name(),
                posts,
                department == null ? "" : department.value());
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
