package org.yiping.console.ui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.Samples;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.casework.Case;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;

class SuggestionTest {
    private final Case value = Samples.without("1", "to-dispatch", Instant.parse("2026-11-24T02:42:18Z"));
    private final Department named = department("named", List.of("E-0110"), List.of());
    private final Department street = department("street", List.of("E-0110"), List.of("990101001"));
    private final Department any = department("any", List.of(), List.of("990101"));
    private final Department other = department("other", List.of("C-0102"), List.of());
    private final Department elsewhere = department("elsewhere", List.of("E-0110"), List.of("990102"));

    @Test
    void theNamedClassAndTheSmallestAreaComeFirstAndWhatDoesNotFitIsLeftOut() {
        List<Suggestion> found =
                Suggestion.rank(value, List.of(any, other, named, elsewhere, street), _ -> Suggestion.Load.NONE);

        assertThat(found).extracting(r -> r.department().id().value()).containsExactly("street", "named", "any");
        assertThat(found.getFirst().reasons())
                .containsExactly(new Suggestion.NamesClass(), new Suggestion.CoversArea(new AreaCode("990101001")));
    }

    @Test
    void ofTwoThatFitAlikeTheOneWithLessWorkComesFirst() {
        Department busy = department("a-busy", List.of("E-0110"), List.of());

        List<Suggestion> found = Suggestion.rank(
                value,
                List.of(busy, named),
                id -> new Suggestion.Load(id.value().equals("a-busy") ? 9 : 1, 0));

        assertThat(found).extracting(r -> r.department().id().value()).containsExactly("named", "a-busy");
    }

    @Test
    void aCameraSeesOnlyWhatLiesInItsCone() {
        Camera north = new Camera(
                new CameraId("1"),
                "1",
                new Position(104, 30),
                new Camera.View(350, 60, "fixed"),
                List.of(),
                new CameraState(true, true));

        assertThat(Nearby.sees(north, new Position(104, 30.001))).isTrue();
        assertThat(Nearby.sees(north, new Position(104.001, 30))).isFalse();
    }

    private static Department department(String id, List<String> classes, List<String> areas) {
        return new Department(
                new DepartmentId(id),
                id,
                classes.stream().map(ClassCode::new).toList(),
                areas.stream().map(AreaCode::new).toList());
    }
}
