package org.yiping.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// A city that could have handled Boston's requests: its types as classes with every limit the file implies as a
/// criterion, its departments, one seat of each post and one terminal a department. Written as a city's folder, which
/// is how the product learns of a city. Immutable; any thread.
final class ReplayCity {
    private final Map<String, String> codeOfType = new LinkedHashMap<>();
    private final Map<String, String> idOfDepartment = new LinkedHashMap<>();

    ReplayCity(List<BostonRow> rows, Path folder) throws IOException {
        Map<String, TreeSet<String>> limits = new TreeMap<>();
        Map<String, String> majors = new TreeMap<>();
        TreeSet<String> departments = new TreeSet<>();
        for (BostonRow row : rows) {
            BostonRow.Plan plan = row.plan();
            if (plan != null) {
                limits.computeIfAbsent(row.type(), t -> new TreeSet<>()).add(plan.unit() + " " + plan.value());
                majors.put(row.type(), row.reason());
                departments.add(row.subject());
            }
        }
        limits.keySet().forEach(t -> codeOfType.put(t, String.format("%04d", codeOfType.size() + 1)));
        departments.forEach(d -> idOfDepartment.put(d, String.format("B%02d", idOfDepartment.size() + 1)));
        Path catalogue = Files.createDirectories(folder.resolve("catalogue"));
        Files.writeString(folder.resolve("city.yaml"), """
                name: Boston 2015
                code: "000000"
                zone: America/New_York
                simulated: true
                notice: a replay of the histories of 2015
                attribution: City of Boston, Analyze Boston (PDDL)
                datum: WGS 84
                extent: [-180, -90, 180, 90]
                caseNumber: "{kind}{class}{date}{seq4}"
                promises: {link: 10, people: 60, kpis: 60, cameras: 3}
                calendar: {version: boston-2015, hours: ["08:30-17:00"], weekend: [SATURDAY, SUNDAY], holidays: [], makeUpDays: []}
                catalogueVersion: boston-2015
                """);
        List<String> events = new ArrayList<>(List.of("code,range,major_zh,minor_zh,minor_en,limits"));
        List<String> criteria = new ArrayList<>(
                List.of(
                        "kind,code,criterion_id,condition_zh,condition_en,limit_value,limit_unit,closing_zh,closing_en,origin"));
        limits.forEach((type, own) -> {
            String code = codeOfType.get(type);
            events.add(String.join(",", code, "local", quoted(majors.get(type)), quoted(type), quoted(type), ""));
            for (String limit : own) {
                String[] parts = limit.split(" ");
                criteria.add(String.join(
                        ",",
                        "event",
                        code,
                        code + "-" + parts[0] + parts[1],
                        quoted(type),
                        quoted(type),
                        parts[1],
                        parts[0],
                        "done",
                        "done",
                        "replay"));
            }
        });
        Files.write(catalogue.resolve("events.csv"), events);
        Files.write(catalogue.resolve("criteria.csv"), criteria);
        Files.writeString(catalogue.resolve("components.csv"), "code,range,major_zh,minor_zh,minor_en,limits\n");
        List<String> offices = new ArrayList<>(List.of("id,name,classes,areas"));
        List<String> people = new ArrayList<>(List.of("id,name,posts,areas,department,account"));
        for (String post : List.of("acceptor", "duty-leader", "dispatcher", "collector", "administrator")) {
            people.add(String.join(",", "P-" + post, post, post, "", "", post));
        }
        idOfDepartment.forEach((name, id) -> {
            offices.add(String.join(",", id, quoted(name), "", ""));
            people.add(String.join(",", "P-" + id, quoted(name), "department", "", id, id));
        });
        Files.write(folder.resolve("departments.csv"), offices);
        Files.write(folder.resolve("people.csv"), people);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    String code(BostonRow row) {
        return "E-" + codeOfType.get(row.type());
    }

    String department(BostonRow row) {
        return String.valueOf(idOfDepartment.get(row.subject()));
    }
}
