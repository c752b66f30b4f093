package org.yiping.simulator.city;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/// What lies between the kerbs: blocks to build on, parks with ponds, and the river's green banks. Immutable.
record Blocks(List<Polygon> built, List<Polygon> green, List<Polygon> water) {
    private static final double SMALLEST = 500;
    private static final double QUAY = 16;
    private static final int PARK_EVERY = 34;
    private static final double PARK_AREA = 9_000;

    static Blocks of(Ground ground, RandomGenerator random) {
        STRtree streets = new STRtree();
        BufferParameters plain = new BufferParameters(2);
        for (Street s : ground.streets()) {
            Geometry band = BufferOp.bufferOp(s.line(), s.rank().halfWidth(), plain);
            streets.insert(band.getEnvelopeInternal(), band);
        }
        List<Polygon> built = new ArrayList<>();
        List<Polygon> green = new ArrayList<>();
        List<Polygon> water = new ArrayList<>();
        parts(ground.terrain().water(), water);
        Geometry wet = ground.terrain().water().buffer(4);
        PreparedGeometry corridor =
                PreparedGeometryFactory.prepare(ground.terrain().corridor().buffer(0.5));
        int sinceLastPark = PARK_EVERY / 2;
        for (Polygon parcel : ground.parcels()) {
            List<Polygon> free = new ArrayList<>();
            parts(withoutStreets(parcel, streets), free);
            boolean bank = corridor.contains(Ground.within(parcel));
            for (Polygon part : free) {
                if (bank) {
                    parts(part.difference(wet), green);
                } else if (++sinceLastPark >= PARK_EVERY && part.getArea() > PARK_AREA) {
                    sinceLastPark = random.nextInt(PARK_EVERY / 2);
                    park(part, random, green, water);
                } else if (part.getArea() > SMALLEST) {
                    built.add(part);
                }
            }
        }
        return new Blocks(List.copyOf(built), List.copyOf(green), List.copyOf(water));
    }

    private static Geometry withoutStreets(Polygon parcel, STRtree streets) {
        List<Geometry> bands = new ArrayList<>();
        for (Object o : streets.query(parcel.getEnvelopeInternal())) {
            bands.add((Geometry) o);
        }
        Geometry free = parcel;
        for (Geometry band : bands) {
            free = free.difference(band);
        }
        return free;
    }

    private static void park(Polygon part, RandomGenerator random, List<Polygon> green, List<Polygon> water) {
        Coordinate heart = part.getInteriorPoint().getCoordinate();
        double size = Math.sqrt(part.getArea()) * (0.16 + random.nextDouble() * 0.08);
        Coordinate[] shore = new Coordinate[25];
        double phase = random.nextDouble() * Math.PI;
        for (int i = 0; i < 24; i++) {
            double a = i * Math.PI / 12;
            double r = size * (1 + 0.22 * Math.sin(2 * a + phase) + 0.12 * Math.sin(5 * a));
            shore[i] = new Coordinate(heart.x + r * 1.25 * Math.cos(a), heart.y + r * 0.8 * Math.sin(a));
        }
        shore[24] = shore[0];
        Geometry pond = Plane.GEOMETRY.createPolygon(shore).intersection(part.buffer(-QUAY));
        parts(pond, water);
        parts(part.difference(pond), green);
    }

    /// The polygons of a geometry that are worth drawing.
    private static void parts(Geometry g, List<Polygon> out) {
        for (int i = 0; i < g.getNumGeometries(); i++) {
            if (g.getGeometryN(i) instanceof Polygon p && p.getArea() > 120) {
                out.add(p);
            }
        }
    }
}
