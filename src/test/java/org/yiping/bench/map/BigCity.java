package org.yiping.bench.map;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.yiping.city.CityFolder;
import org.yiping.console.map.AreaKind;
import org.yiping.console.map.AreaLayer;
import org.yiping.console.map.CityGround;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.CityProjection;
import org.yiping.console.map.ComponentLayers;
import org.yiping.console.map.LineLayer;
import org.yiping.console.map.MajorClass;
import org.yiping.console.map.MarkFill;
import org.yiping.console.map.MarkShape;
import org.yiping.console.map.PointLayer;
import org.yiping.console.map.RoadClass;
import org.yiping.console.map.Symbol;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.component.Component;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.component.ComponentTable;
import org.yiping.domain.component.ComponentTableBuilder;
import org.yiping.domain.geo.CityPlane;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;

/// A whole city to measure by: the fictional city laid side by side six times each way, 22 by 20 km, and cut to a
/// million components; 200,000 cases stand beside components by a seed. So its density is a real one: real street
/// lines, a building every 1,800 m², 2,200 components a square kilometre.
///
/// Everything is handed out by visiting, the same at each visit, so that whoever builds something of it pays for that
/// alone. Immutable; any thread.
final class BigCity {
    static final int COMPONENTS = Integer.getInteger("yiping.bench.components", 1_000_000);
    static final int CASES = Integer.getInteger("yiping.bench.cases", 200_000);
    private static final int SIDE = 6;
    private static final long SEED = 20261126;

    private static final Map<String, AreaKind> KINDS = Map.of(
            "blocks", AreaKind.BLOCK,
            "green", AreaKind.GREEN,
            "water", AreaKind.WATER,
            "buildings", AreaKind.BUILDING,
            "cell", AreaKind.CELL,
            "community", AreaKind.COMMUNITY,
            "street", AreaKind.STREET,
            "district", AreaKind.DISTRICT);

    private final Map<AreaKind, List<Feature>> areas = new EnumMap<>(AreaKind.class);
    private final List<Feature> roads;
    private final List<Component> components;
    private final List<Camera> cameras;
    private final Extent one;
    private final CityProjection projection;

    private BigCity(CityFolder folder) {
        KINDS.forEach((name, kind) -> areas.put(kind, folder.layer(name)));
        roads = folder.layer("roads");
        components = folder.components();
        cameras = folder.cameras("");
        List<Double> box = folder.settings().extent();
        one = new Extent(box.get(0), box.get(1), box.get(2), box.get(3));
        projection = CityProjection.around(shifted(new Position(one.west(), one.south()), SIDE / 2 * SIDE + SIDE / 2));
    }

    static BigCity read(Path folder) {
        return new BigCity(new CityFolder(folder));
    }

    interface Areas {
        void add(String code, String name, List<List<Position>> rings);
    }

    interface Lines {
        void add(RoadClass road, String name, List<Position> line);
    }

    interface Points<S> {
        void add(String id, Position at, S looks);
    }

    CityProjection projection() {
        return projection;
    }

    /// The middle of one of the copies at the city's heart, in city metres.
    CityPoint heart() {
        return projection.toCity(shifted(one.centre(), SIDE / 2 * SIDE + SIDE / 2));
    }

    void areas(AreaKind kind, Areas to) {
        for (int copy = 0; copy < SIDE * SIDE; copy++) {
            for (Feature f : areas.getOrDefault(kind, List.of())) {
                if (f.shape() instanceof Shape.Surface(List<List<List<Position>>> polygons)) {
                    for (List<List<Position>> rings : polygons) {
                        List<List<Position>> moved = new ArrayList<>();
                        for (List<Position> ring : rings) {
                            moved.add(shifted(ring, copy));
                        }
                        to.add(copy + "-" + f.id(), f.name(), moved);
                    }
                }
            }
        }
    }

    void roads(Lines to) {
        for (int copy = 0; copy < SIDE * SIDE; copy++) {
            for (Feature f : roads) {
                if (f.shape() instanceof Shape.Line(List<Position> line)) {
                    to.add(road(f.category()), f.name(), shifted(line, copy));
                }
            }
        }
    }

    /// A million; where the copies have fewer, each further round stands a few metres aside.
    void components(Points<MajorClass> to) {
        Random random = new Random(SEED);
        int all = SIDE * SIDE * components.size();
        for (int i = 0; i < COMPONENTS; i++) {
            Component c = components.get(i % components.size());
            Position at = shifted(c.position(), i / components.size() % (SIDE * SIDE));
            to.add(
                    "p-" + i,
                    i < all ? at : aside(at, random),
                    major(c.classCode().value()));
        }
    }

    /// One of thirty overdue, one of ten nearly due.
    void cases(Points<Symbol> to) {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            to.add("k-" + i, casePlace(random), caseMark(random));
        }
    }

    Position casePlace(Random random) {
        return aside(
                shifted(components.get(random.nextInt(components.size())).position(), random.nextInt(SIDE * SIDE)),
                random);
    }

    Symbol caseMark(Random random) {
        int light = random.nextInt(30);
        MarkFill fill = light == 0 ? MarkFill.SOLID : light < 4 ? MarkFill.HALF : MarkFill.HOLLOW;
        return new Symbol.CaseMark(MarkShape.values()[random.nextInt(4)], fill);
    }

    void cameras(Points<Symbol> to) {
        for (int copy = 0; copy < SIDE * SIDE; copy++) {
            for (Camera c : cameras) {
                to.add(
                        copy + "-" + c.id().value(),
                        shifted(c.position(), copy),
                        new Symbol.CameraPost(
                                c.state().online(),
                                c.view().headingDegrees(),
                                c.view().viewDegrees()));
            }
        }
    }

    /// The engine's ground, made as the console makes it: components in a layer for each major class.
    CityGround ground() {
        List<AreaLayer> layers = new ArrayList<>();
        for (AreaKind kind : AreaKind.values()) {
            AreaLayer.Builder builder = AreaLayer.in(projection, kind);
            areas(kind, builder::add);
            layers.add(builder.build());
        }
        LineLayer.Builder lines = LineLayer.in(projection);
        roads(lines::add);
        return new CityGround(layers, lines.build(), componentLayers());
    }

    List<PointLayer> componentLayers() {
        return ComponentLayers.of("components", componentTable(), projection, Set.of());
    }

    /// The same components with all that is known of each: every copy is a district with ids, streets and areas of its
    /// own.
    ComponentTable componentTable() {
        return componentTable(projection.plane()).build(1, PointLayer::order);
    }

    ComponentTableBuilder componentTable(CityPlane plane) {
        ComponentTableBuilder rows = new ComponentTableBuilder(plane);
        int[] row = {0};
        components((_, at, _) -> rows.add(district(row[0]++, at)));
        return rows;
    }

    private Component district(int i, Position at) {
        Component c = components.get(i % components.size());
        String own = String.format(Locale.ROOT, "99%02d", i / components.size() % 100);
        AreaCode area = c.area();
        return new Component(
                new ComponentId(own + c.id().value().substring(4)),
                c.classCode(),
                own.substring(2) + c.name(),
                at,
                area == null ? null : new AreaCode(own + area.value().substring(4)),
                c.owner(),
                c.holder(),
                c.authority());
    }

    private List<Position> shifted(List<Position> line, int copy) {
        List<Position> out = new ArrayList<>(line.size());
        for (Position p : line) {
            out.add(shifted(p, copy));
        }
        return out;
    }

    private Position shifted(Position p, int copy) {
        return new Position(
                p.longitude() + copy % SIDE * (one.east() - one.west()),
                p.latitude() + copy / SIDE * (one.north() - one.south()));
    }

    /// Up to some 12 m away.
    private static Position aside(Position p, Random random) {
        return new Position(
                p.longitude() + (random.nextDouble() - 0.5) * 2.4e-4,
                p.latitude() + (random.nextDouble() - 0.5) * 2.2e-4);
    }

    private static RoadClass road(String category) {
        return switch (category) {
            case "major" -> RoadClass.MAJOR;
            case "mid" -> RoadClass.MID;
            default -> RoadClass.MINOR;
        };
    }

    private static MajorClass major(String code) {
        String digits = code.replaceAll("[^0-9]", "");
        return switch (digits.length() < 2 ? "" : digits.substring(0, 2)) {
            case "01" -> MajorClass.UTILITY;
            case "02" -> MajorClass.ROAD;
            case "03" -> MajorClass.APPEARANCE;
            case "04" -> MajorClass.GREENERY;
            default -> MajorClass.OTHER;
        };
    }
}
