package org.yiping.console.map.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.console.map.CityProjection;
import org.yiping.console.map.PointLayer;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.component.Component;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.component.ComponentTable;
import org.yiping.domain.component.ComponentTableBuilder;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;

class ComponentAttributesTest {
    private static final Position CENTRE = new Position(104.06, 30.66);
    private static final CityProjection CITY = CityProjection.around(CENTRE);
    private static final List<String> CLASSES = List.of("C-0102", "C-0103", "C-0201", "C-0405");

    private final List<Component> all = new ArrayList<>();
    private final ComponentTable table = table();

    private ComponentTable table() {
        Random random = new Random(11);
        ComponentTableBuilder builder = new ComponentTableBuilder(CITY.plane());
        for (int i = 0; i < 3000; i++) {
            Component c = new Component(
                    new ComponentId("c-" + i),
                    new ClassCode(CLASSES.get(random.nextInt(CLASSES.size()))),
                    random.nextInt(3) == 0 ? "" : "街 " + random.nextInt(40) + " 井盖",
                    new Position(104.06 + random.nextGaussian() / 60, 30.66 + random.nextGaussian() / 60),
                    random.nextInt(4) == 0 ? null : new AreaCode("99010" + random.nextInt(5)),
                    department(random),
                    department(random),
                    department(random));
            builder.add(c);
            all.add(c);
        }
        return builder.build(1, PointLayer::order);
    }

    private static @Nullable DepartmentId department(Random random) {
        int which = random.nextInt(-1, 4);
        return which < 0 ? null : new DepartmentId("d" + which);
    }

    private void keeps(String text, Predicate<Component> wanted) {
        RowFilter filter = RowFilter.read(text, ComponentAttributes.NAMES, CITY);
        TreeSet<String> kept = filter.rows(ComponentAttributes.of(table, filter)).stream()
                .mapToObj(table::id)
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> peer =
                all.stream().filter(wanted).map(c -> c.id().value()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(peer).as(text).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(kept).as(text).isEqualTo(peer);
    }

    @Test
    void whatAFilterKeepsIsWhatALookAtEachComponentKeeps() {
        keeps("class = 'C-0102' AND owner IS NULL", c -> c.classCode().value().equals("C-0102") && c.owner() == null);
        keeps("class LIKE 'C-01%'", c -> c.classCode().value().startsWith("C-01"));
        keeps("holder = 'd1'", c -> c.holder() != null && c.holder().value().equals("d1"));
        keeps("authority IS NOT NULL", c -> c.authority() != null);
        keeps("owner = holder", c -> Objects.equals(c.owner(), c.holder()));
        keeps("name LIKE '街 7 %'", c -> c.name().startsWith("街 7 "));
        keeps(
                "area IN ('990101', '990103')",
                c -> c.area() != null
                        && List.of("990101", "990103").contains(c.area().value()));
        keeps("area IS NULL", c -> c.area() == null);
        keeps(
                "DWITHIN(geometry, POINT(104.06 30.66), 900, meters) AND class <> 'C-0201'",
                c -> CITY.toCity(c.position()).distance(CITY.toCity(CENTRE)) <= 900
                        && !c.classCode().value().equals("C-0201"));
    }

    @Test
    void anAttributeComponentsDoNotHaveIsNamed() {
        assertThatThrownBy(() -> RowFilter.read("colour = 'red'", ComponentAttributes.NAMES, CITY))
                .isInstanceOfSatisfying(FilterFault.class, f -> {
                    assertThat(f.kind()).isEqualTo(FilterFault.Kind.ATTRIBUTE);
                    assertThat(f.detail()).isEqualTo("colour");
                });
    }
}
