package org.yiping.simulator.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yiping.domain.area.Area;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.casework.Case;
import org.yiping.domain.component.Component;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.Person;
import org.yiping.domain.sensor.Sensor;
import org.yiping.protocol.City;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.simulator.play.Account;
import org.yiping.simulator.play.StreetMap;
import org.yiping.simulator.play.Town;
import tools.jackson.databind.JsonNode;

/// Reads through the API what the simulated people need to know. Blocking; any thread.
public final class TownReader {
    private final CityClient client;
    private final CityClient.As as;
    private final List<Account> accounts;

    /// `as` has to see the whole city.
    public TownReader(CityClient client, CityClient.As as, List<Account> accounts) {
        this.client = client;
        this.as = as;
        this.accounts = List.copyOf(accounts);
    }

    /// Everybody's way in.
    public List<Account> accounts() {
        return accounts;
    }

    /// Everything that does not change during a run.
    public record Facts(
            Town town,
            StreetMap streets,
            List<Person> people,
            List<Area> areas,
            List<Sensor> sensors,
            List<Camera> cameras) {}

    /// The cases as of a revision.
    public record Cases(long revision, List<Case> cases) {}

    /// Empty where any part could not be had; the caller tries again later.
    public Optional<Facts> facts() {
        Optional<City> city = city();
        Optional<List<JsonNode>> snapshot =
                client.lines(as, "/api/v1/snapshot?topics=person,department,area,sensor,camera");
        Optional<List<JsonNode>> components = client.lines(as, "/api/v1/components");
        Optional<List<JsonNode>> roads = client.lines(as, "/api/v1/layers/roads");
        if (city.isEmpty() || snapshot.isEmpty() || components.isEmpty()) {
            return Optional.empty();
        }
        List<Person> people = rows(snapshot.get(), Kinds.PERSON, Person.class);
        Town town = new Town(
                city.get(),
                new Town.Residents(people, rows(snapshot.get(), Kinds.DEPARTMENT, Department.class)),
                rows(components.get(), "", Component.class),
                accounts);
        StreetMap streets = new StreetMap(rows(roads.orElse(List.of()), "", Feature.class));
        return Optional.of(new Facts(
                town,
                streets,
                people,
                rows(snapshot.get(), Kinds.AREA, Area.class),
                rows(snapshot.get(), Kinds.SENSOR, Sensor.class),
                rows(snapshot.get(), Kinds.CAMERA, Camera.class)));
    }

    /// The city with the rules in force.
    public Optional<City> city() {
        return client.get(as, "/api/v1/city") instanceof Reply.Good good
                ? Optional.of(Json.mapper().treeToValue(good.body(), City.class))
                : Optional.empty();
    }

    public Optional<Cases> cases() {
        return client.lines(as, "/api/v1/snapshot?topics=case")
                .map(lines ->
                        new Cases(lines.getFirst().path("revision").asLong(0), rows(lines, Kinds.CASE, Case.class)));
    }

    private static <T> List<T> rows(List<JsonNode> lines, String kind, Class<T> type) {
        List<T> rows = new ArrayList<>();
        for (JsonNode line : lines) {
            if (line.has("row")
                    && (kind.isEmpty() || line.path("kind").asString("").equals(kind))) {
                rows.add(Json.mapper().treeToValue(line.path("row"), type));
            }
        }
        return rows;
    }
}
