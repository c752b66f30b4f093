package org.yiping.domain.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.CityPlane;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;

class ComponentTableTest {
    private static final Position CHENGDU = new Position(104.0584, 30.6359);
    private static final CityPlane PLANE = CityPlane.around(CHENGDU);

    private static ComponentTable table(List<Component> rows) {
        ComponentTableBuilder builder = new ComponentTableBuilder(PLANE);
        rows.forEach(builder::add);
        return builder.build(9, ComponentTableTest::asTheyCame);
    }

    /// Kept and read again.
    private static ComponentTable read(ComponentTable table) {
        return ComponentBytes.read(9, ByteBuffer.wrap(ComponentBytes.of(table)));
    }

    private static int[] asTheyCame(float[] xs, float[] ys) {
        assertThat(xs).hasSameSizeAs(ys);
        return IntStream.range(0, xs.length).toArray();
    }

    private static int[] backwards(float[] xs, float[] ys) {
        assertThat(xs).hasSameSizeAs(ys);
        return IntStream.range(0, xs.length).map(i -> xs.length - 1 - i).toArray();
    }

    private static List<Component> city(Random random, int n, IntFunction<String> id) {
        List<Component> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            rows.add(new Component(
                    new ComponentId(id.apply(i)),
                    new ClassCode(String.format(Locale.ROOT, "C-%02d%02d", 1 + random.nextInt(6), random.nextInt(30))),
                    "某路" + random.nextInt(400),
                    new Position(decimals(random.nextDouble(103.9, 104.2)), decimals(random.nextDouble(30.5, 30.8))),
                    random.nextInt(10) == 0 ? null : new AreaCode("99010" + random.nextInt(300)),
                    department(random),
                    department(random),
                    department(random)));
        }
        return rows;
    }

    private static double decimals(double degrees) {
        return Math.round(degrees * 1e7) / 1e7;
    }

    private static DepartmentId department(Random random) {
        return new DepartmentId("d-" + random.nextInt(5));
    }

    private static List<Component> all(ComponentTable table) {
        return IntStream.range(0, table.size()).mapToObj(table::component).toList();
    }

    private static String running(int i) {
        return String.format(Locale.ROOT, "9901%02d%04d%06d", i % 7, i % 31, i);
    }

    @Test
    void everyRowComesOutAsItWentInWhateverTheIdsLookLike() {
        Random random = new Random(1);
        List<IntFunction<String>> forms = List.of(
                ComponentTableTest::running,
                i -> "p-" + i,
                i -> "编号" + i,
                i -> new UUID(random.nextLong(), i).toString(),
                i -> String.valueOf(Math.abs(random.nextLong())),
                i -> "only letters " + "x".repeat(i % 40) + (char) ('a' + i % 26));
        for (IntFunction<String> form : forms) {
            List<Component> rows = city(random, 3000, form);
            ComponentTable table = table(rows);
            assertThat(all(table)).containsExactlyInAnyOrderElementsOf(rows);
            for (Component c : rows) {
                assertThat(table.find(c.id()).orElseThrow().id()).isEqualTo(c.id());
            }
            assertThat(table.find(new ComponentId("not there"))).isEmpty();
            assertThat(all(read(table))).isEqualTo(all(table));
        }
    }

    @Test
    void zerosBeforeANumberArePartOfTheId() {
        List<Component> rows = city(
                new Random(2), 4, i -> List.of("a-7", "a-07", "a-007", "007").get(i));
        ComponentTable table = table(rows);
        rows.forEach(c -> assertThat(table.find(c.id())).contains(c));
        assertThat(table.find(new ComponentId("a-0007"))).isEmpty();
    }

    @Test
    void namesThatEndLikeTheirClassAreKeptOnceForAStreetAndOthersWhole() {
        List<String> names = List.of("小天西街路灯", "路灯", "一环路路灯", "二环路路灯", "街𠮷", "", "\0路灯", "\0");
        List<Component> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            rows.add(new Component(
                    new ComponentId(running(i)), new ClassCode("C-0137"), names.get(i), CHENGDU, null, null));
            rows.add(new Component(
                    new ComponentId(running(50 + i)), new ClassCode("C-0402"), i + "街𠮷", CHENGDU, null, null));
            rows.add(new Component(
                    new ComponentId(running(90 + i)),
                    new ClassCode("C-0403"),
                    i + "\ud842\udf00",
                    CHENGDU,
                    null,
                    null));
            rows.add(new Component(
                    new ComponentId(running(70 + i)),
                    new ClassCode("C-0403"),
                    i + "\ud841\udf00",
                    CHENGDU,
                    null,
                    null));
        }
        ComponentTable table = table(rows);
        assertThat(all(table)).containsExactlyInAnyOrderElementsOf(rows);
        assertThat(all(read(table))).isEqualTo(all(table));
    }

    @Test
    void idsOfOneHashCodeAreToldApart() {
        List<Component> rows = city(
                new Random(3), 4, i -> List.of("AaAa", "BBBB", "AaBB", "BBAa").get(i));
        ComponentTable table = table(rows);
        rows.forEach(c -> assertThat(table.find(c.id())).contains(c));
        assertThat(table.row("AaBb")).isEqualTo(-1);
    }

    @Test
    void rowsOfOneMajorClassStandTogetherInTheOrderAskedFor() {
        List<Component> rows = city(new Random(4), 500, ComponentTableTest::running);
        ComponentTableBuilder builder = new ComponentTableBuilder(PLANE);
        rows.forEach(builder::add);
        ComponentTable table = builder.build(1, ComponentTableTest::backwards);
        assertThat(table.parts())
                .extracting(ComponentTable.Part::major)
                .isSorted()
                .doesNotHaveDuplicates();
        for (ComponentTable.Part part : table.parts()) {
            List<Component> expected = rows.stream()
                    .filter(c -> ComponentTable.major(c.classCode()).equals(part.major()))
                    .collect(Collectors.toCollection(ArrayList::new))
                    .reversed();
            assertThat(all(table).subList(part.from(), part.from() + part.size()))
                    .isEqualTo(expected);
        }
    }

    @Test
    void anyPlaceOnEarthIsHeldWithinACentimetre() {
        Random random = new Random(5);
        List<Component> rows = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            double reach = Math.pow(10, random.nextDouble(-3, 2.2));
            rows.add(new Component(
                    new ComponentId(running(i)),
                    new ClassCode("C-0101"),
                    "",
                    new Position(
                            Math.clamp(104 + reach * random.nextDouble(-1, 1), -180, 180),
                            Math.clamp(30 + reach * random.nextDouble(-1, 1), -90, 90)),
                    null,
                    null));
        }
        rows.add(new Component(new ComponentId("pole"), new ClassCode("C-0101"), "", new Position(0, 90), null, null));
        rows.add(
                new Component(new ComponentId("side"), new ClassCode("C-0101"), "", new Position(-166, 0), null, null));
        ComponentTable table = table(rows);
        ComponentTable back = read(table);
        for (int row = 0; row < rows.size(); row++) {
            Position place = rows.get(row).position();
            assertThat(table.position(row).distanceMetres(place))
                    .as(place.toString())
                    .isLessThanOrEqualTo(0.01);
            assertThat(back.position(row)).isEqualTo(table.position(row));
        }
    }

    @Test
    void anotherPlaneHoldsTheSameComponents() {
        List<Component> rows = city(new Random(6), 300, ComponentTableTest::running);
        CityPlane other = CityPlane.around(new Position(104.3, 30.4));
        ComponentTable moved = table(rows).on(other, ComponentTableTest::asTheyCame);
        assertThat(moved.plane()).isSameAs(other);
        assertThat(moved.revision()).isEqualTo(9);
        assertThat(all(moved)).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void idsThatFollowAPatternTakeFiveBytesAndTheWholeRowLessThanTwentyFour() {
        List<Component> rows = city(new Random(7), 50_000, ComponentTableTest::running).stream()
                .map(c -> new Component(c.id(), c.classCode(), c.name(), c.position(), c.area(), null))
                .toList();
        ComponentTable table = table(rows);
        assertThat(table.bytes().ids() / 50_000.0).isLessThan(5);
        assertThat(table.bytes().all() / 50_000.0).isLessThan(24);
    }

    @Test
    void noComponentsAreATableToo() {
        ComponentTable none = table(List.of());
        assertThat(none.size()).isZero();
        assertThat(none.parts()).isEmpty();
        assertThat(none.find(new ComponentId("x"))).isEmpty();
        assertThat(read(none).size()).isZero();
    }
}
