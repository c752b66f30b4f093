package org.yiping.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Central Helsinki as a demonstration: streets, houses and components are real and come through the import, like any
/// city's; staff, departments, cameras' pictures and cases are made up and say so.
final class Helsinki {
    private static final double WEST = 24.9352;
    private static final double SOUTH = 60.1642;
    private static final double EAST = 24.9534;
    private static final double NORTH = 60.1791;
    private static final int COLUMNS = 10;
    private static final int ROWS = 16;
    private static final List<String> DEPARTMENTS =
            List.of("Street cleaning", "Road works", "Parks", "Lighting", "Water", "Waste", "Enforcement", "Energy");

    private final Path data;
    private final Path folder;

    Helsinki(Path data, Path folder) {
        this.data = data;
        this.folder = folder;
    }

    /// Writes the city's folder but for what is imported.
    void write(Consumer<String> say) throws IOException {
        say.accept("laying out Helsinki");
        Files.createDirectories(folder.resolve("layers"));
        Files.writeString(folder.resolve("city.yaml"), """
                name: Helsinki
                code: "091000"
                zone: Europe/Helsinki
                simulated: true
                notice: 真实街道 · 模拟案件
                noticeEnglish: Real streets, simulated cases
                attribution: © OpenStreetMap contributors
                datum: WGS 84
                extent: [%s, %s, %s, %s]
                caseNumber: "{kind}{class}{date}{seq4}"
                promises: {link: 10, people: 60, kpis: 60, cameras: 3}
                calendar:
                  version: helsinki-2026
                  hours: ["08:00-16:00"]
                  weekend: [SATURDAY, SUNDAY]
                  holidays: [2026-12-06, 2026-12-25, 2026-12-26, 2027-01-01, 2027-01-06]
                  makeUpDays: []
                catalogueVersion: shipped-2
                """.formatted(WEST, SOUTH, EAST, NORTH));
        areas();
        people();
        cameras();
    }

    /// What the data folder has, as the import is told of it.
    List<List<String>> imports() {
        return List.of(
                List.of("roads", data.resolve("roads.geojson").toString()),
                List.of("buildings", data.resolve("buildings.geojson").toString()),
                List.of("green", data.resolve("helsinki.osm.pbf").toString()),
                List.of("components", data.resolve("components.geojson").toString()));
    }

    private void areas() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("code,name,level,parent,longitude,latitude");
        lines.add(row("091000", "Helsinki", "city", "", middle(WEST, EAST), middle(SOUTH, NORTH)));
        lines.add(row("091001", "Keskusta", "district", "091000", middle(WEST, EAST), middle(SOUTH, NORTH)));
        StringBuilder cells = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (int i = 0; i < COLUMNS * ROWS; i++) {
            double w = WEST + (EAST - WEST) / COLUMNS * (i % COLUMNS);
            double s = SOUTH + (NORTH - SOUTH) / ROWS * Math.floorDiv(i, COLUMNS);
            double e = w + (EAST - WEST) / COLUMNS;
            double n = s + (NORTH - SOUTH) / ROWS;
            String code = String.format(Locale.ROOT, "091001%03d", i + 1);
            lines.add(row(code, "Cell " + (i + 1), "cell", "091001", middle(w, e), middle(s, n)));
            cells.append(i == 0 ? "" : ",").append(box(code, "Cell " + (i + 1), w, s, e, n));
        }
        Files.write(folder.resolve("areas.csv"), lines);
        Files.writeString(folder.resolve("layers/cell.geojson"), cells.append("]}"));
        Files.writeString(
                folder.resolve("layers/district.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[" + box("091001", "Keskusta", WEST, SOUTH, EAST, NORTH)
                        + "]}");
    }

    private static String box(String id, String name, double w, double s, double e, double n) {
        return String.format(
                Locale.ROOT,
                "{\"type\":\"Feature\",\"id\":\"%s\",\"properties\":{\"category\":\"area\",\"name\":\"%s\"},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}}",
                id,
                name,
                w,
                s,
                e,
                s,
                e,
                n,
                w,
                n,
                w,
                s);
    }

    private static String row(String code, String name, String level, String parent, double x, double y) {
        return String.format(Locale.ROOT, "%s,%s,%s,%s,%f,%f", code, name, level, parent, x, y);
    }

    private static double middle(double a, double b) {
        return (a + b) / 2;
    }

    private void people() throws IOException {
        List<String> departments = new ArrayList<>();
        departments.add("id,name,classes,areas");
        List<String> people = new ArrayList<>();
        people.add("id,name,posts,areas,department,account");
        int number = 0;
        for (String name : DEPARTMENTS) {
            String id = "D" + departments.size();
            departments.add(id + "," + name + ",,");
            people.add("P" + ++number + "," + name + " desk,department,," + id + ",department" + number);
        }
        Map<String, Integer> posts = Map.of(
                "collector",
                24,
                "acceptor",
                2,
                "duty-leader",
                2,
                "dispatcher",
                3,
                "supervisor",
                1,
                "leader",
                1,
                "wall",
                1,
                "administrator",
                1);
        for (Map.Entry<String, Integer> post : posts.entrySet()) {
            for (int i = 1; i <= post.getValue(); i++) {
                people.add("P" + ++number + "," + post.getKey() + " " + i + "," + post.getKey() + ",,," + post.getKey()
                        + i);
            }
        }
        Files.write(folder.resolve("departments.csv"), departments);
        Files.write(folder.resolve("people.csv"), people);
    }

    /// A simulated picture stands where OpenStreetMap knows a camera.
    private void cameras() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("id,name,longitude,latitude,heading,view,kind,online,simulated,main,sub,width,height,fps");
        JsonNode features = org.yiping.protocol.Json.mapper()
                .readTree(Files.readString(data.resolve("components.geojson")))
                .path("features");
        int number = 0;
        for (JsonNode feature : features) {
            if (feature.path("properties").path("kind").asString("").equals("surveillance")) {
                number++;
                JsonNode at = feature.path("geometry").path("coordinates");
                String stream = "${cameras}/camera/" + number + ".ts";
                lines.add(String.format(
                        Locale.ROOT,
                        "0910%016d,Camera %d,%f,%f,%d,70,bullet,true,true,%s?grade=main,%s?grade=sub,640,360,15",
                        number,
                        number,
                        at.get(0).asDouble(),
                        at.get(1).asDouble(),
                        number * 37 % 360,
                        stream,
                        stream));
            }
        }
        Files.write(folder.resolve("cameras.csv"), lines);
    }
}
