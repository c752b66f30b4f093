package org.yiping.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yiping.domain.area.Area;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.ClockExplanation;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.Review;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.Criterion;
import org.yiping.domain.component.Component;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.Person;
import org.yiping.domain.kpi.Kpi;
import org.yiping.domain.sensor.Sensor;
import tools.jackson.databind.JsonNode;

/// What a v1 platform once said is understood for ever: these recordings are never changed, only added to.
class RecordedTest {
    private static final Path FOLDER = Path.of("src/test/resources/v1");
    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("area", Area.class),
            Map.entry("camera", Camera.class),
            Map.entry("case", Case.class),
            Map.entry("case-detours", Case.class),
            Map.entry("city", City.class),
            Map.entry("clock-explanation", ClockExplanation.class),
            Map.entry("command-answer", CommandAnswer.class),
            Map.entry("component", Component.class),
            Map.entry("criterion", Criterion.class),
            Map.entry("department", Department.class),
            Map.entry("feature", Feature.class),
            Map.entry("flow-record", FlowRecord.class),
            Map.entry("flow-record-given", FlowRecord.class),
            Map.entry("kpi", Kpi.class),
            Map.entry("me", SignIn.Me.class),
            Map.entry("page", Page.class),
            Map.entry("person", Person.class),
            Map.entry("problem", Problem.class),
            Map.entry("problem-outdated", Problem.class),
            Map.entry("review", Review.class),
            Map.entry("sensor", Sensor.class),
            Map.entry("transition", Workflow.Transition.class));

    @TestFactory
    Stream<DynamicTest> everyRecordingIsStillUnderstood() throws IOException {
        return Files.list(FOLDER).sorted().map(file -> {
            String name = file.getFileName().toString().replace(".json", "");
            Class<?> type = name.startsWith("frame-") ? Push.class : TYPES.get(name);
            return dynamicTest(name, () -> understood(file, type));
        });
    }

    /// Nothing recorded is lost between reading and writing; a newer codec may add.
    private static void understood(Path file, Class<?> type) throws IOException {
        JsonNode recorded = Json.mapper().readTree(Files.readString(file));
        Object value = Json.mapper().readValue(Files.readString(file), type);
        JsonNode again = Json.mapper().readTree(Json.mapper().writeValueAsString(value));
        holds(again, recorded, "");
    }

    private static void holds(JsonNode now, JsonNode recorded, String at) {
        if (recorded.isObject()) {
            recorded.properties().forEach(p -> holds(now.path(p.getKey()), p.getValue(), at + "/" + p.getKey()));
        } else if (recorded.isArray()) {
            assertThat(now.size()).as(at).isEqualTo(recorded.size());
            for (int i = 0; i < recorded.size(); i++) {
                holds(now.get(i), recorded.get(i), at + "/" + i);
            }
        } else if (recorded.isNumber()) {
            assertThat(now.asDouble()).as(at).isEqualTo(recorded.asDouble());
        } else {
            assertThat(now).as(at).isEqualTo(recorded);
        }
    }

    @TestFactory
    Stream<DynamicTest> whatAClientDoesNotKnowItIgnores() throws IOException {
        return Stream.of("case", "me", "kpi")
                .map(name -> dynamicTest(name, () -> {
                    String text = Files.readString(FOLDER.resolve(name + ".json"));
                    String newer = text.replaceFirst("\\{", "{\"ofANewerVersion\":{\"x\":1},");
                    assertThat(Json.mapper().readValue(newer, TYPES.get(name)))
                            .isEqualTo(Json.mapper().readValue(text, TYPES.get(name)));
                }));
    }
}
