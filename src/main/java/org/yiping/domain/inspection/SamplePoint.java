package org.yiping.domain.inspection;

import java.util.Comparator;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.geo.Position;

/// A point that may be inspected: `ref` is what the city calls it (a component, a road segment, an area),
/// `area` its stratum's. In a frame every point is one line, its parts apart by tabs, so that the frame has one
/// SHA-256. Immutable; any thread.
public record SamplePoint(String kind, AreaCode area, String ref, String name, Position position) {
    /// How points stand in a frame.
    public static final Comparator<SamplePoint> ORDER = Comparator.comparing(SamplePoint::kind)
            .thenComparing(p -> p.area().value())
            .thenComparing(SamplePoint::ref);

    public SamplePoint {
        name = name.replaceAll("\\p{Cntrl}", " ");
    }

    public String line() {
        return String.join(
                "\t",
                kind,
                area.value(),
                ref,
                name,
                Double.toString(position.longitude()),
                Double.toString(position.latitude()));
    }

    /// What `line` wrote; throws IllegalArgumentException for anything else.
    public static SamplePoint of(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 6) {
            throw new IllegalArgumentException("a point has six parts");
        }
        return new SamplePoint(
                cells[0],
                new AreaCode(cells[1]),
                cells[2],
                cells[3],
                new Position(Double.parseDouble(cells[4]), Double.parseDouble(cells[5])));
    }
}
