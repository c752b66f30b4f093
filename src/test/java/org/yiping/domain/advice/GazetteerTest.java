package org.yiping.domain.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yiping.city.CityFolder;
import org.yiping.domain.advice.Gazetteer.Clues;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;

class GazetteerTest {
    private static final AreaCode WEST = new AreaCode("990101");
    private static final AreaCode EAST = new AreaCode("990102");
    private static final AreaFinder FINDER = new AreaFinder() {
        @Override
        public Optional<AreaCode> areaAt(Position p) {
            return Optional.of(new AreaCode((p.longitude() < 104.01 ? WEST : EAST).value() + "00100101"));
        }

        @Override
        public boolean isInCity(Position position) {
            return true;
        }
    };
    private static final Gazetteer GAZETTEER = new Gazetteer(
            CityFolder.shippedAdvice().places(),
            List.of(area("990100", "小城", "city"), area("990101", "西区", "district"), area("990102", "东区", "district")),
            List.of(
                    road("解放路", 104.001, 104.004, 104.008),
                    road("解放路", 104.012, 104.015, 104.018),
                    road("中山路", 104.005, 104.009, 104.011, 104.016),
                    road("解放路北段", 104.002, 104.003)),
            FINDER);

    private static Area area(String code, String name, String level) {
        return new Area(new AreaCode(code), name, level, null, new Position(104.005, 30.005));
    }

    private static Feature road(String name, double... longitudes) {
        List<Position> line = java.util.Arrays.stream(longitudes)
                .mapToObj(x -> new Position(x, 30.005))
                .toList();
        return new Feature(name + longitudes[0], "minor", name, new Shape.Line(line), Map.of());
    }

    private static List<String> areas(List<PlaceCandidate> candidates) {
        return candidates.stream()
                .map(c -> c.name() + " " + (c.area() == null ? "" : c.area().value()))
                .toList();
    }

    @Test
    void theSameNameInTwoDistrictsIsTwoPlaces() {
        List<PlaceCandidate> found = GAZETTEER.candidates("解放路 12 号门口", Clues.NONE);
        assertThat(areas(found)).containsExactlyInAnyOrder("解放路 990101", "解放路 990102");
        assertThat(found.getFirst().score()).isEqualTo(found.getLast().score());
    }

    @Test
    void aRoadThroughTwoDistrictsIsOneInEach() {
        assertThat(areas(GAZETTEER.candidates("中山路", Clues.NONE)))
                .containsExactlyInAnyOrder("中山路 990101", "中山路 990102");
    }

    @Test
    void theLongerNameWasMeant() {
        assertThat(areas(GAZETTEER.candidates("解放路北段路口", Clues.NONE))).containsExactly("解放路北段 990101");
    }

    @Test
    void partOfANameFindsWhatItMayBe() {
        assertThat(areas(GAZETTEER.candidates("北段", Clues.NONE))).containsExactly("解放路北段 990101");
        assertThat(GAZETTEER.candidates("人民广场", Clues.NONE)).isEmpty();
        assertThat(GAZETTEER.candidates(" 路 ", Clues.NONE)).isEmpty();
    }

    private static PlaceCandidate first(String words, Clues clues) {
        return GAZETTEER.candidates(words, clues).getFirst();
    }

    private static List<String> codes(PlaceCandidate c) {
        return c.evidence().stream().map(Evidence::code).toList();
    }

    @Test
    void eachClueRanksItsDistrictFirstAndSaysSo() {
        PlaceCandidate spoken = first("东区解放路", Clues.NONE);
        assertThat(spoken.area()).isEqualTo(EAST);
        assertThat(codes(spoken)).containsExactly("name-exact", "area-named");

        PlaceCandidate hinted = first("解放路", new Clues(new Position(104.0165, 30.0052), Map.of(), Map.of(), List.of()));
        assertThat(hinted.area()).isEqualTo(EAST);
        assertThat(codes(hinted)).containsExactly("name-exact", "hint-near");
        assertThat(hinted.position().longitude()).isBetween(104.0164, 104.0166);
        assertThat(hinted.position().latitude()).isEqualTo(30.005);

        PlaceCandidate seen =
                first("解放路", new Clues(null, Map.of("路口二", new Position(104.013, 30.0055)), Map.of(), List.of()));
        assertThat(seen.area()).isEqualTo(EAST);
        assertThat(seen.evidence().getLast().args().getFirst()).isEqualTo("路口二");

        PlaceCandidate called =
                first("解放路", new Clues(null, Map.of(), Map.of("99010200100101", 3, "99010100100101", 1), List.of()));
        assertThat(called.area()).isEqualTo(EAST);
        assertThat(called.evidence().getLast().args()).containsExactly("3", "4");

        PlaceCandidate own = first("解放路", new Clues(null, Map.of(), Map.of(), List.of(EAST)));
        assertThat(own.area()).isEqualTo(EAST);
        assertThat(codes(own)).containsExactly("name-exact", "in-duty-area");
    }
}
