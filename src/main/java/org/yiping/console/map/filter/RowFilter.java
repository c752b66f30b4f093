package org.yiping.console.map.filter;

// long because no other class may know GeoTools

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.ExcludeFilter;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.IncludeFilter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.Beyond;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.Disjoint;
import org.geotools.api.filter.spatial.DistanceBufferOperator;
import org.geotools.api.filter.spatial.Intersects;
import org.geotools.api.filter.spatial.Within;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.FilterAttributeExtractor;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.yiping.console.map.CityProjection;

/// A filter in ECQL, GeoTools' language for it (`class = '井盖' AND DWITHIN(geometry, POINT(104.06 30.66), 500,
/// meters)`), worked out over the columns of a layer (筛选条件).
///
/// GeoTools reads the words and says what they mean. It is asked once for each value a column of words has and not for
/// each row; comparisons of numbers and questions of place run over the columns themselves; only what ties several
/// attributes together is asked row by row. `geometry` is the place of a row, in degrees of WGS 84 as the literals
/// beside it. The only class that knows GeoTools, which takes a second to load: read and apply beside the FX thread.
///
/// Immutable; any thread.
public final class RowFilter {
    /// The name by which a filter means the place of a row.
    public static final String PLACE = "geometry";

    private static final Map<String, Double> UNITS = Map.of(
            "meters", 1.0, "kilometers", 1000.0, "feet", 0.3048, "statute miles", 1609.344, "nautical miles", 1852.0);
    private static final Pattern COLUMN = Pattern.compile("column (\\d+)");
    private static final Pattern MET = Pattern.compile("Encountered:? \"+([^\"]*)\"+");
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private final String text;
    private final Filter filter;
    private final CityProjection projection;

    private RowFilter(String text, Filter filter, CityProjection projection) {
        this.text = text;
        this.filter = filter;
        this.projection = projection;
    }

    /// Throws `FilterFault` where the words are no ECQL or name an attribute that is not among `attributes`.
    public static RowFilter read(String text, Collection<String> attributes, CityProjection projection) {
        Filter filter;
        try {
            filter = ECQL.toFilter(text);
        } catch (CQLException e) {
            String said = String.valueOf(e.getMessage());
            Matcher column = COLUMN.matcher(said);
            Matcher met = MET.matcher(said);
            throw new FilterFault(
                    FilterFault.Kind.WORDS,
                    column.find() ? Integer.parseInt(column.group(1)) : 0,
                    met.find() ? written(met.group(1).strip()) : "");
        }
        for (String name : names(filter)) {
            if (!name.equals(PLACE) && !attributes.contains(name)) {
                throw new FilterFault(FilterFault.Kind.ATTRIBUTE, text.indexOf(name) + 1, name);
            }
        }
        return new RowFilter(text, filter, projection);
    }

    /// The parser escapes what is not ASCII.
    private static String written(String escaped) {
        return ESCAPED.matcher(escaped).replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
    }

    private static Set<String> names(Filter filter) {
        FilterAttributeExtractor found = new FilterAttributeExtractor();
        filter.accept(found, null);
        return new TreeSet<>(List.of(found.getAttributeNames()));
    }

    /// As it was written.
    public String text() {
        return text;
    }

    /// The rows it keeps.
    public BitSet rows(Attributes of) {
        return rows(filter, of);
    }

    private BitSet rows(Filter part, Attributes of) {
        return switch (part) {
            case IncludeFilter _ -> all(of);
            case ExcludeFilter _ -> new BitSet();
            case And and -> {
                BitSet kept = all(of);
                and.getChildren().forEach(child -> kept.and(rows(child, of)));
                yield kept;
            }
            case Or or -> {
                BitSet kept = new BitSet(of.rows());
                or.getChildren().forEach(child -> kept.or(rows(child, of)));
                yield kept;
            }
            case Not not -> {
                BitSet kept = rows(not.getFilter(), of);
                kept.flip(0, of.rows());
                yield kept;
            }
            default -> leaf(part, of);
        };
    }

    private static BitSet all(Attributes of) {
        BitSet all = new BitSet(of.rows());
        all.set(0, of.rows());
        return all;
    }

    private BitSet leaf(Filter part, Attributes of) {
        Set<String> names = names(part);
        if (names.equals(Set.of(PLACE)) && part instanceof BinarySpatialOperator place) {
            return there(place).rows(of, !(place instanceof Disjoint || place instanceof Beyond));
        }
        if (names.size() == 1) {
            String name = names.iterator().next();
            switch (of.columns().get(name)) {
                case Attributes.Column.Words words -> {
                    return words(part, name, words, of.rows());
                }
                case Attributes.Column.Numbers numbers -> {
                    NumberTest test = numberTest(part);
                    if (test != null) {
                        return numbers(test, numbers, of.rows());
                    }
                }
                case null -> {}
            }
        }
        return rowByRow(part, names, of);
    }

    /// Throws `FilterFault` for what cannot be asked of points, and where no fixed shape is given.
    private PlaceTest there(BinarySpatialOperator asked) {
        Geometry shape = asked.getExpression2() instanceof Literal given ? given.evaluate(null, Geometry.class) : null;
        if (shape == null || shape.isEmpty()) {
            throw new FilterFault(FilterFault.Kind.PLACES, 0, asked.getClass().getSimpleName());
        }
        return switch (asked) {
            case BBOX _, Intersects _, Within _, Disjoint _ -> new PlaceTest(shape, 0, projection);
            case DistanceBufferOperator near -> new PlaceTest(shape, metres(near), projection);
            default ->
                throw new FilterFault(
                        FilterFault.Kind.PLACES, 0, asked.getClass().getSimpleName());
        };
    }

    private static double metres(DistanceBufferOperator near) {
        Double unit = UNITS.get(near.getDistanceUnits());
        if (unit == null || !(near.getDistance() >= 0)) {
            throw new FilterFault(FilterFault.Kind.PLACES, 0, near.getDistance() + " " + near.getDistanceUnits());
        }
        return near.getDistance() * unit;
    }

    /// One question for each value, then one look at each row.
    private static BitSet words(Filter part, String name, Attributes.Column.Words column, int rows) {
        Probe probe = new Probe(Set.of(name), Set.of());
        boolean[] kept = new boolean[column.values().size() + 1];
        for (int i = 0; i < kept.length; i++) {
            probe.set(name, i == 0 ? null : column.values().get(i - 1));
            kept[i] = part.evaluate(probe.feature);
        }
        BitSet found = new BitSet(rows);
        for (int row = 0; row < rows; row++) {
            if (kept[column.code().applyAsInt(row) + 1]) {
                found.set(row);
            }
        }
        return found;
    }

    private static BitSet numbers(NumberTest test, Attributes.Column.Numbers column, int rows) {
        BitSet found = new BitSet(rows);
        for (int row = 0; row < rows; row++) {
            if (test.keeps(column.value().applyAsDouble(row))) {
                found.set(row);
            }
        }
        return found;
    }

    private BitSet rowByRow(Filter part, Set<String> names, Attributes of) {
        Set<String> numbers = new TreeSet<>(names);
        numbers.removeIf(n -> !(of.columns().get(n) instanceof Attributes.Column.Numbers));
        Probe probe = new Probe(names, numbers);
        BitSet found = new BitSet(of.rows());
        for (int row = 0; row < of.rows(); row++) {
            for (String name : names) {
                probe.set(name, value(name, row, of));
            }
            if (part.evaluate(probe.feature)) {
                found.set(row);
            }
        }
        return found;
    }

    private @Nullable Object value(String name, int row, Attributes of) {
        return switch (of.columns().get(name)) {
            case Attributes.Column.Words words -> {
                int code = words.code().applyAsInt(row);
                yield code < 0 ? null : words.values().get(code);
            }
            case Attributes.Column.Numbers numbers -> {
                double value = numbers.value().applyAsDouble(row);
                yield Double.isNaN(value) ? null : value;
            }
            case null -> PlaceTest.inDegrees(of, row, projection);
        };
    }

    private interface NumberTest {
        boolean keeps(double value);
    }

    /// The comparison of an attribute with fixed numbers that a part is; null where it is something else.
    private static @Nullable NumberTest numberTest(Filter part) {
        if (part instanceof PropertyIsBetween between && between.getExpression() instanceof PropertyName) {
            Double low = fixed(between.getLowerBoundary());
            Double high = fixed(between.getUpperBoundary());
            return low == null || high == null ? null : v -> v >= low && v <= high;
        }
        if (!(part instanceof BinaryComparisonOperator compared)
                || !(compared.getExpression1() instanceof PropertyName)) {
            return null;
        }
        Double limit = fixed(compared.getExpression2());
        if (limit == null) {
            return null;
        }
        return switch (compared) {
            case PropertyIsEqualTo _ -> v -> v == limit;
            case PropertyIsGreaterThan _ -> v -> v > limit;
            case PropertyIsGreaterThanOrEqualTo _ -> v -> v >= limit;
            case PropertyIsLessThan _ -> v -> v < limit;
            case PropertyIsLessThanOrEqualTo _ -> v -> v <= limit;
            default -> null;
        };
    }

    private static @Nullable Double fixed(Expression expression) {
        return expression instanceof Literal && expression.evaluate(null) instanceof Number n ? n.doubleValue() : null;
    }

    /// One feature that is given one row's values after the other.
    private static final class Probe {
        final SimpleFeature feature;

        Probe(Set<String> names, Set<String> numbers) {
            SimpleFeatureTypeBuilder type = new SimpleFeatureTypeBuilder();
            type.setName("row");
            List<String> ordered = new ArrayList<>(names);
            for (String name : ordered) {
                type.add(name, name.equals(PLACE) ? Point.class : numbers.contains(name) ? Double.class : String.class);
            }
            this.feature = SimpleFeatureBuilder.build(type.buildFeatureType(), new Object[names.size()], "row");
        }

        void set(String name, @Nullable Object value) {
            feature.setAttribute(name, value);
        }
    }
}
