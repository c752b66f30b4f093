package org.yiping.simulator.city;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.yiping.domain.Id;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.Device;
import org.yiping.domain.component.Component;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Department;
import org.yiping.domain.sensor.Sensor;

/// The files of a city folder. Confined to one thread.
final class CityFiles {
    /// Of so many cameras one has a loudspeaker.
    private static final int SPEAKER_OF = 3;

    private final CityPlan plan;
    private final long seed;

    CityFiles(CityPlan plan, long seed) {
        this.plan = plan;
        this.seed = seed;
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("layers"));
        Files.writeString(folder.resolve("city.yaml"), settings());
        copy("LICENSE", folder);
        copy("NOTICE", folder);
        copy("automation.json", folder);
        copy("receipts.json", folder);
        copy("alarms.json", folder);
        copy("video.json", folder);
        copy("sop.csv", Files.createDirectories(folder.resolve("catalogue")));
        copy("wall.yaml", Files.createDirectories(folder.resolve("scenes")));
        Files.writeString(folder.resolve("areas.csv"), areas());
        Files.writeString(folder.resolve("departments.csv"), departments());
        Files.writeString(folder.resolve("people.csv"), people());
        Files.writeString(folder.resolve("roster.csv"), Duties.roster(plan.staff()));
        Files.writeString(folder.resolve("cameras.csv"), cameras());
        Files.writeString(folder.resolve("sensors.csv"), sensors());
        Files.writeString(folder.resolve("patrols.csv"), Patrols.file(plan));
        Files.writeString(folder.resolve("duty-grid.csv"), dutyGrid());
        LayerFile.zip(folder.resolve("components.csv.gz"), components());
        new CityLayers(plan).write(folder.resolve("layers"));
    }

    private String settings() throws IOException {
        Extent e = plan.map().plane().extent();
        String box = String.format(Locale.ROOT, "[%.7f, %.7f, %.7f, %.7f]", e.west(), e.south(), e.east(), e.north());
        return resource("/org/yiping/demo/city.yaml")
                .replace("${seed}", Long.toString(seed))
                .replace("${extent}", box);
    }

    private String areas() {
        StringBuilder out = new StringBuilder("code,name,level,parent,longitude,latitude\n");
        area(plan.areas().city(), "", out);
        return out.toString();
    }

    private void area(AreaNode node, String parent, StringBuilder out) {
        Coordinate inside = node.outline().getInteriorPoint().getCoordinate();
        Position p = plan.map().plane().position(inside);
        line(out, node.code().value(), node.name(), node.level().wire(), parent, at(p));
        node.children().forEach(c -> area(c, node.code().value(), out));
    }

    private String departments() {
        StringBuilder out = new StringBuilder("id,name,classes,areas\n");
        for (Department d : plan.departments().all()) {
            line(out, d.id().value(), d.name(), ids(d.classes()), ids(d.areas()));
        }
        return out.toString();
    }

    /// Who answers on the spot: each street's own department for its classes, else its district's.
    private String dutyGrid() {
        StringBuilder out = new StringBuilder("area,class,department\n");
        for (Department d : plan.departments().all()) {
            d.areas().forEach(a -> d.classes().forEach(c -> line(out, a.value(), c.value(), d.id().value())));
        }
        return out.toString();
    }

    private String people() {
        StringBuilder out = new StringBuilder("id,name,posts,areas,department,account\n");
        for (Staff.Member m : plan.staff()) {
            line(
                    out,
                    m.person().id().value(),
                    m.person().name(),
                    ids(m.person().posts()),
                    ids(m.person().areas()),
                    id(m.person().department()),
                    m.account() == null ? "" : m.account());
        }
        return out.toString();
    }

    private String cameras() {
        StringBuilder out = new StringBuilder(
                "id,name,longitude,latitude,heading,view,kind,online,simulated,main,sub,width,height,fps,abilities\n");
        int n = 0;
        for (Camera c : plan.inventory().cameras()) {
            List<String> abilities = new ArrayList<>(Device.abilities(c.view().kind()));
            if (n++ % SPEAKER_OF == 0) {
                abilities.add(Device.SPEAKER);
            }
            line(
                    out,
                    c.id().value(),
                    c.name(),
                    at(c.position()),
                    String.valueOf(Math.round(c.view().headingDegrees())),
                    String.valueOf(Math.round(c.view().viewDegrees())),
                    c.view().kind(),
                    String.valueOf(c.state().online()),
                    String.valueOf(c.state().simulated()),
                    c.streams().get(0).url(),
                    c.streams().get(1).url(),
                    "640,360,15",
                    String.join(";", abilities));
        }
        return out.toString();
    }

    private String sensors() {
        StringBuilder out = new StringBuilder("id,kind,name,longitude,latitude,area,unit,warning,alarm,simulated\n");
        for (Sensor s : plan.inventory().sensors()) {
            line(
                    out,
                    s.id().value(),
                    s.kind(),
                    s.name(),
                    at(s.position()),
                    id(s.area()),
                    s.unit(),
                    limit(s.limits().warning()),
                    limit(s.limits().alarm()),
                    String.valueOf(s.simulated()));
        }
        return out.toString();
    }

    private static String limit(@Nullable Double limit) {
        return limit == null ? "" : limit.toString();
    }

    private CharSequence components() {
        StringBuilder out = new StringBuilder("id,class,name,longitude,latitude,area,owner,holder,authority\n");
        for (Component c : plan.inventory().components()) {
            line(
                    out,
                    c.id().value(),
                    c.classCode().value(),
                    c.name(),
                    at(c.position()),
                    id(c.area()),
                    id(c.owner()),
                    id(c.holder()),
                    id(c.authority()));
        }
        return out;
    }

    private static void line(StringBuilder out, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            out.append(i == 0 ? "" : ",").append(cells[i]);
        }
        out.append('\n');
    }

    private static String at(Position p) {
        return Plane.degrees(p.longitude()) + ',' + Plane.degrees(p.latitude());
    }

    private static String id(@Nullable Id id) {
        return id == null ? "" : id.value();
    }

    private static String ids(List<? extends Id> ids) {
        return ids.stream().map(Id::value).collect(Collectors.joining(";"));
    }

    private static void copy(String name, Path folder) throws IOException {
        Files.writeString(folder.resolve(name), resource("/org/yiping/demo/" + name));
    }

    private static String resource(String path) throws IOException {
        try (InputStream in = CityFiles.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
