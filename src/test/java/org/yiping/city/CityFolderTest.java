package org.yiping.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.Position;
import org.yiping.domain.sensor.Limits;
import org.yiping.domain.sensor.Sensor;

class CityFolderTest {
    @TempDir
    Path folder;

    @BeforeEach
    void city() throws IOException {
        Files.writeString(folder.resolve("city.yaml"), """
                name: 小城
                code: "990100"
                zone: Asia/Shanghai
                simulated: true
                notice: made up
                attribution: "© nobody"
                datum: WGS 84
                extent: [104.0, 30.0, 104.2, 30.2]
                caseNumber: "{kind}{class}{date}{seq4}"
                promises: {people: 60}
                calendar:
                  version: cal-1
                  hours: ["08:00-12:00", "14:00-18:00"]
                  weekend: [SATURDAY, SUNDAY]
                  holidays: [2026-10-01]
                  makeUpDays: []
                catalogueVersion: c-1
                """);
    }

    @Test
    void theShippedCatalogueHoldsEveryClassAndCriterion() {
        Catalogue catalogue = new CityFolder(folder).catalogue();
        assertThat(catalogue.classes()).hasSize(190);
        assertThat(catalogue.classes().stream()
                        .mapToInt(c -> c.criteria().size())
                        .sum())
                .isEqualTo(522);
        assertThat(catalogue.find(new ClassCode("C-0102")).orElseThrow().name()).isEqualTo("污水井盖");
    }

    @Test
    void everyTransitionOfTheShippedWorkflowJoinsKnownStates() {
        Workflow workflow = new CityFolder(folder).workflow();
        assertThat(workflow.states()).hasSize(22);
        for (Workflow.Transition t : workflow.transitions()) {
            boolean relative = t.to().equals(Workflow.SAME) || t.to().equals(Workflow.ORIGIN);
            assertThat(relative || workflow.find(t.to()).isPresent())
                    .as(t.toString())
                    .isTrue();
            assertThat(t.from()).allSatisfy(s -> assertThat(workflow.find(s)).isPresent());
        }
        assertThat(workflow.ending(new StateCode("closed"))).isEqualTo(Workflow.Ending.CLOSED);
        assertThat(workflow.ending(new StateCode("of-a-newer-version"))).isEqualTo(Workflow.Ending.OPEN);
    }

    @Test
    void aBrokenRowNamesFileAndLine() throws IOException {
        Files.writeString(folder.resolve("departments.csv"), "id,name,classes,areas\nd1,One,E-0110;E-0112,\n,Two,,\n");
        assertThatThrownBy(() -> new CityFolder(folder).departments()).hasMessageContaining("departments.csv, line 3");
    }

    @Test
    void sensorsHaveLimitsWhereTheFileSaysThem() throws IOException {
        Files.writeString(folder.resolve("sensors.csv"), """
                id,kind,name,longitude,latitude,unit,warning,alarm,simulated
                s1,gas,一号,104.01,30.01,%LEL,10,20,true
                s2,water-pressure,二号,104.02,30.02,kPa,200,140,false
                s3,bridge,三号,104.03,30.03,,,,false
                """);
        assertThat(new CityFolder(folder).sensors())
                .extracting(Sensor::limits)
                .containsExactly(new Limits(10.0, 20.0), new Limits(200.0, 140.0), Limits.NONE);
        assertThat(new CityFolder(folder).sensors())
                .extracting(Sensor::simulated)
                .containsExactly(true, false, false);
        assertThat(new CityFolder(folder).sensors())
                .allSatisfy(s -> assertThat(s.area()).isNull());
    }

    @Test
    void sensorsStandInTheCoordinatesOfTheCity() throws IOException {
        Path settings = folder.resolve("city.yaml");
        Files.writeString(settings, Files.readString(settings) + "crs: GCJ-02\n");
        Files.writeString(folder.resolve("sensors.csv"), """
                id,kind,name,longitude,latitude,unit,warning,alarm,simulated
                s1,gas,一号,104.0647,30.6575,%LEL,10,20,true
                """);
        Position at = new CityFolder(folder).sensors().getFirst().position();
        assertThat(at.distanceMetres(new Position(104.0647, 30.6575))).isBetween(200.0, 700.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s2,gas,x,104,30,,1o,20,true | 1o",
                "s2,gas,x,204,30,,10,20,true | not a WGS 84 position",
                "s2,gas,x,104,30,,NaN,,true | a limit is a finite number",
                "s1,gas,x,104,30,,,,true | sensor s1 is there twice",
                ",gas,x,104,30,,,,true | an id has 1 to 64 characters"
            })
    void aBrokenSensorNamesFileAndLine(String row, String why) throws IOException {
        Files.writeString(
                folder.resolve("sensors.csv"),
                "id,kind,name,longitude,latitude,unit,warning,alarm,simulated\ns1,gas,x,104,30,,,,true\n" + row + "\n");
        assertThatThrownBy(() -> new CityFolder(folder).sensors())
                .hasMessageContaining("sensors.csv, line 3: ")
                .hasMessageContaining(why);
    }

    @Test
    void areaCodesAreAsLongAsTheCitySays() throws IOException {
        Path settings = folder.resolve("city.yaml");
        Files.writeString(
                settings,
                Files.readString(settings) + "areaCodes: {district: 6, street: 10, community: 13, cell: 16}\n");
        String rows = """
                code,name,level,parent,longitude,latitude
                990100,小城,city,,104,30
                990101,西区,district,990100,104,30
                9901010001,一街,street,990101,104,30
                9901010001002,二社区,community,9901010001,104,30
                """;
        Path areas = folder.resolve("areas.csv");
        Files.writeString(areas, rows + "9901010001002003,三格,cell,9901010001002,104,30\n");
        assertThat(new CityFolder(folder).areas()).hasSize(5);
        Files.writeString(areas, rows + "99010100010023,三格,cell,9901010001002,104,30\n");
        assertThatThrownBy(() -> new CityFolder(folder).areas())
                .hasMessageContaining("areas.csv, line 6: the code of a cell has 16 digits, not 99010100010023");
        Files.writeString(areas, rows + "9901010002002003,三格,cell,9901010001002,104,30\n");
        assertThatThrownBy(() -> new CityFolder(folder).areas())
                .hasMessageContaining("does not begin with 9901010001002");
    }

    @Test
    void aCaseNumberPatternIsCheckedWhenTheCityIsRead() throws IOException {
        Path settings = folder.resolve("city.yaml");
        Files.writeString(settings, Files.readString(settings).replace("{date}{seq4}", "{seq4}"));
        assertThatThrownBy(() -> new CityFolder(folder).settings())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("caseNumber \"{kind}{class}{seq4}\"");
    }

    @Test
    void aPositionFindsItsCellAndNotTheHoleInIt() throws IOException {
        Files.createDirectories(folder.resolve("layers"));
        Files.writeString(folder.resolve("layers/cell.geojson"), """
                {"type":"FeatureCollection","features":[
                 {"type":"Feature","id":"99010100100101","properties":{"name":"1"},"geometry":{"type":"Polygon",
                  "coordinates":[[[104.0,30.0],[104.01,30.0],[104.01,30.01],[104.0,30.01],[104.0,30.0]],
                                 [[104.004,30.004],[104.006,30.004],[104.006,30.006],[104.004,30.006],[104.004,30.004]]]}}]}
                """);
        CityFolder city = new CityFolder(folder);
        CellFinder finder = new CellFinder(city.settings().box(), city.layer("cell"));
        assertThat(finder.areaAt(new Position(104.002, 30.002))).contains(new AreaCode("99010100100101"));
        assertThat(finder.areaAt(new Position(104.005, 30.005))).isEmpty();
        assertThat(finder.isInCity(new Position(104.1, 30.1))).isTrue();
        assertThat(finder.isInCity(new Position(105.1, 30.1))).isFalse();
    }
}
