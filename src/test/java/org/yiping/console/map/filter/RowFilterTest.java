package org.yiping.console.map.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.CityProjection;
import org.yiping.domain.geo.Position;

class RowFilterTest {
    private static final CityProjection CITY = CityProjection.around(new Position(104.06, 30.66));
    private static final List<String> NAMES = List.of("井盖", "路灯", "路灯 17", "Bench", "it's", "");
    private static final Set<String> KNOWN = Set.of("name", "owner", "age", "权属");

    /// Rows in columns and, as the peer, in features.
    private static final class Sample implements Attributes {
        final List<SimpleFeature> features = new ArrayList<>();
        final float[] xs;
        final float[] ys;
        final int[] names;
        final int[] owners;
        final double[] ages;

        Sample(int rows, long seed) {
            Random random = new Random(seed);
            xs = new float[rows];
            ys = new float[rows];
            names = new int[rows];
            owners = new int[rows];
            ages = new double[rows];
            SimpleFeatureTypeBuilder type = new SimpleFeatureTypeBuilder();
            type.setName("row");
            type.add("name", String.class);
            type.add("owner", String.class);
            type.add("权属", String.class);
            type.add("age", Double.class);
            type.add("geometry", Point.class);
            SimpleFeatureBuilder builder = new SimpleFeatureBuilder(type.buildFeatureType());
            for (int i = 0; i < rows; i++) {
                xs[i] = (float) random.nextDouble(-3000, 3000);
                ys[i] = (float) random.nextDouble(-3000, 3000);
                names[i] = random.nextInt(-1, NAMES.size());
                owners[i] = random.nextInt(-1, NAMES.size());
                ages[i] = random.nextInt(5) == 0 ? Double.NaN : random.nextInt(30);
                Position p = CITY.toPosition(new CityPoint(xs[i], ys[i]));
                builder.add(names[i] < 0 ? null : NAMES.get(names[i]));
                builder.add(owners[i] < 0 ? null : NAMES.get(owners[i]));
                builder.add(owners[i] < 0 ? null : NAMES.get(owners[i]));
                builder.add(Double.isNaN(ages[i]) ? null : ages[i]);
                builder.add(new GeometryFactory().createPoint(new Coordinate(p.longitude(), p.latitude())));
                features.add(builder.buildFeature(String.valueOf(i)));
            }
        }

        @Override
        public int rows() {
            return xs.length;
        }

        @Override
        public double x(int row) {
            return xs[row];
        }

        @Override
        public double y(int row) {
            return ys[row];
        }

        @Override
        public Map<String, Column> columns() {
            return Map.of(
                    "name", new Column.Words(NAMES, row -> names[row]),
                    "owner", new Column.Words(NAMES, row -> owners[row]),
                    "权属", new Column.Words(NAMES, row -> owners[row]),
                    "age", new Column.Numbers(row -> ages[row]));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name = '井盖'",
                "name <> '井盖'",
                "\"权属\" = '井盖'",
                "name = 'it''s' OR age > 20",
                "name LIKE '路灯%' AND NOT owner = 'Bench'",
                "name ILIKE 'bench'",
                "name IN ('井盖', 'Bench')",
                "name NOT IN ('井盖', 'Bench')",
                "name IS NULL",
                "name IS NOT NULL AND age IS NULL",
                "age = 7",
                "age <> 7",
                "age >= 7 AND age < 12",
                "7 < age",
                "age BETWEEN 3 AND 9",
                "age NOT BETWEEN 3 AND 9",
                "NOT age > 10",
                "age * 2 > 20",
                "name = owner",
                "strLength(name) > 3",
                "strConcat(name, owner) = '井盖Bench'",
                "INCLUDE",
                "EXCLUDE",
                "BBOX(geometry, 104.05, 30.65, 104.07, 30.67)",
                "INTERSECTS(geometry, POLYGON((104.05 30.65, 104.07 30.65, 104.06 30.68, 104.05 30.65)))",
                "WITHIN(geometry, POLYGON((104.05 30.65, 104.07 30.65, 104.06 30.68, 104.05 30.65))) AND age > 3",
                "DISJOINT(geometry, POLYGON((104.05 30.65, 104.07 30.65, 104.06 30.68, 104.05 30.65)))"
            })
    void keeps_the_rows_geotools_keeps(String words) throws Exception {
        Sample sample = new Sample(2000, 5);
        BitSet found = RowFilter.read(words, KNOWN, CITY).rows(sample);
        BitSet expected = new BitSet();
        var peer = ECQL.toFilter(words);
        for (int i = 0; i < sample.features.size(); i++) {
            expected.set(i, peer.evaluate(sample.features.get(i)));
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void distances_are_metres_on_the_ground() {
        Sample sample = new Sample(5000, 6);
        CityPoint middle = CITY.toCity(new Position(104.065, 30.665));
        BitSet expected = new BitSet();
        for (int i = 0; i < sample.rows(); i++) {
            expected.set(i, Math.hypot(sample.x(i) - middle.x(), sample.y(i) - middle.y()) <= 800);
        }
        assertThat(RowFilter.read("DWITHIN(geometry, POINT(104.065 30.665), 800, meters)", KNOWN, CITY)
                        .rows(sample))
                .isEqualTo(expected);
        assertThat(RowFilter.read("DWITHIN(geometry, POINT(104.065 30.665), 0.8, kilometers)", KNOWN, CITY)
                        .rows(sample))
                .isEqualTo(expected);
        expected.flip(0, sample.rows());
        assertThat(RowFilter.read("BEYOND(geometry, POINT(104.065 30.665), 800, meters)", KNOWN, CITY)
                        .rows(sample))
                .isEqualTo(expected);
    }

    @Test
    void a_row_without_a_place_is_in_no_place() {
        Sample sample = new Sample(10, 7);
        sample.xs[3] = Float.NaN;
        for (String words :
                List.of("BBOX(geometry, 103, 29, 105, 31)", "DISJOINT(geometry, POLYGON((1 1, 2 1, 2 2, 1 1)))")) {
            assertThat(RowFilter.read(words, KNOWN, CITY).rows(sample).get(3)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            name = | WORDS | 0
            name = '井盖' AND | WORDS | 0
            权属 = '井盖' | WORDS | 1
            colour = 'red' | ATTRIBUTE | 1
            age > 3 AND colour = 'red' | ATTRIBUTE | 13
            TOUCHES(geometry, POINT(104 30)) | PLACES | 0
            DWITHIN(geometry, POINT(104 300), 5, meters) | PLACES | 0
            DWITHIN(geometry, POINT(104 30), 5, parsecs) | WORDS | 0
            """)
    void what_is_wrong_is_said_with_its_place(String words, FilterFault.Kind kind, int place) {
        assertThatThrownBy(() -> RowFilter.read(words, KNOWN, CITY).rows(new Sample(3, 1)))
                .isInstanceOfSatisfying(FilterFault.class, fault -> {
                    assertThat(fault.kind()).isEqualTo(kind);
                    assertThat(fault.detail()).doesNotContain("\n", "\\u", "Parsing");
                    if (place > 0) {
                        assertThat(fault.place()).isEqualTo(place);
                    }
                });
    }
}
