package org.yiping.simulator.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.yiping.domain.area.AreaCode;

/// The tree of areas: streets (街道) are whole quarters between greater streets, districts groups of them, communities
/// (社区) groups of cells. A child's code starts with its parent's. Immutable.
final class AreaTree {
    static final String CITY_CODE = "990100";
    private static final int DISTRICTS = 3;
    private static final int STREETS_EACH = 3;
    private static final double COMMUNITY_AREA = 280_000;
    private static final List<String> DISTRICT_NAMES = List.of("锦澜区", "云屏区", "望榆区");
    private static final List<String> STREET_NAMES = List.of("澜桥", "听雨", "南屏", "青禾", "竹坞", "梅坡", "枫渡", "荷塘", "松径");

    private final AreaNode city;
    private final List<AreaNode> cells = new ArrayList<>();
    private final STRtree index = new STRtree();

    private AreaTree(AreaNode city) {
        this.city = city;
        collect(city);
        cells.forEach(c -> index.insert(c.outline().getEnvelopeInternal(), new Spot(c)));
        index.build();
    }

    private record Spot(AreaNode cell, IndexedPointInAreaLocator locator) {
        Spot(AreaNode cell) {
            this(cell, new IndexedPointInAreaLocator(cell.outline()));
        }
    }

    static AreaTree over(Ground ground, StreetNames names) {
        List<Polygon> quarters = ground.quarters();
        List<List<Polygon>> byQuarter = assign(ground.cells(), quarters);
        int[] districtOf = Regions.grow(quarters, DISTRICTS);
        Set<String> used = new HashSet<>(STREET_NAMES);
        List<AreaNode> districts = new ArrayList<>();
        for (int d = 0; d < DISTRICTS; d++) {
            List<Integer> own = members(districtOf, d);
            int[] streetOf = Regions.grow(own.stream().map(quarters::get).toList(), STREETS_EACH);
            String code = CITY_CODE.substring(0, 4) + two(d + 1);
            List<AreaNode> children = new ArrayList<>();
            for (int s = 0; s < STREETS_EACH; s++) {
                List<Polygon> cells = new ArrayList<>();
                members(streetOf, s).forEach(i -> cells.addAll(byQuarter.get(own.get(i))));
                String stem = STREET_NAMES.get(d * STREETS_EACH + s);
                children.add(street(code + three(s + 1), stem, cells, names, used));
            }
            districts.add(parent(code, DISTRICT_NAMES.get(d), AreaNode.Level.DISTRICT, children));
        }
        return new AreaTree(parent(CITY_CODE, "示范市", AreaNode.Level.CITY, districts));
    }

    private static List<Integer> members(int[] regionOf, int region) {
        return java.util.stream.IntStream.range(0, regionOf.length)
                .filter(i -> regionOf[i] == region)
                .boxed()
                .toList();
    }

    private static AreaNode street(String code, String stem, List<Polygon> cells, StreetNames names, Set<String> used) {
        double area = cells.stream().mapToDouble(Polygon::getArea).sum();
        int count = Math.max(1, (int) Math.round(area / COMMUNITY_AREA));
        int[] communityOf = Regions.grow(cells, count);
        List<AreaNode> communities = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            List<AreaNode> children = new ArrayList<>();
            String communityCode = code + three(c + 1);
            String name = unused(names, used);
            for (int i = 0; i < cells.size(); i++) {
                if (communityOf[i] == c) {
                    String number = two(children.size() + 1);
                    children.add(new AreaNode(
                            new AreaCode(communityCode + number),
                            name + number + "网格",
                            AreaNode.Level.CELL,
                            cells.get(i),
                            List.of()));
                }
            }
            communities.add(parent(communityCode, name + "社区", AreaNode.Level.COMMUNITY, children));
        }
        return parent(code, stem + "街道", AreaNode.Level.STREET, communities);
    }

    private static String unused(StreetNames names, Set<String> used) {
        while (true) {
            String stem = names.stem();
            if (used.add(stem)) {
                return stem;
            }
        }
    }

    private static AreaNode parent(String code, String name, AreaNode.Level level, List<AreaNode> children) {
        Geometry outline =
                CoverageUnion.union(children.stream().map(AreaNode::outline).toArray(Geometry[]::new));
        outline.normalize();
        return new AreaNode(new AreaCode(code), name, level, outline, children);
    }

    private static List<List<Polygon>> assign(List<Polygon> cells, List<Polygon> quarters) {
        List<IndexedPointInAreaLocator> locators =
                quarters.stream().map(IndexedPointInAreaLocator::new).toList();
        List<List<Polygon>> out = new ArrayList<>();
        quarters.forEach(q -> out.add(new ArrayList<>()));
        for (Polygon cell : cells) {
            Coordinate inside = cell.getInteriorPoint().getCoordinate();
            for (int q = 0; q < quarters.size(); q++) {
                if (locators.get(q).locate(inside) == Location.INTERIOR) {
                    out.get(q).add(cell);
                    break;
                }
            }
        }
        return out;
    }

    private void collect(AreaNode node) {
        if (node.level() == AreaNode.Level.CELL) {
            cells.add(node);
        }
        node.children().forEach(this::collect);
    }

    AreaNode city() {
        return city;
    }

    List<AreaNode> level(AreaNode.Level level) {
        List<AreaNode> out = new ArrayList<>();
        walk(city, level, out);
        out.sort(Comparator.comparing(n -> n.code().value()));
        return out;
    }

    private static void walk(AreaNode node, AreaNode.Level level, List<AreaNode> out) {
        if (node.level() == level) {
            out.add(node);
        }
        node.children().forEach(c -> walk(c, level, out));
    }

    /// The cell a point lies in, or the nearest where it lies on the frame.
    AreaCode cellAt(Coordinate point) {
        org.locationtech.jts.geom.Envelope box = new org.locationtech.jts.geom.Envelope(point);
        for (double reach = 0.01; ; reach = reach * 10) {
            box.expandBy(reach);
            AreaCode near = null;
            for (Object o : index.query(box)) {
                Spot spot = (Spot) o;
                near = near == null ? spot.cell().code() : near;
                if (spot.locator().locate(point) != Location.EXTERIOR) {
                    return spot.cell().code();
                }
            }
            if (near != null) {
                return near;
            }
        }
    }

    private static String two(int n) {
        return String.format(Locale.ROOT, "%02d", n);
    }

    private static String three(int n) {
        return String.format(Locale.ROOT, "%03d", n);
    }
}
