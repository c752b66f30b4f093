package org.yiping.console.cache;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;

/// Features of the base map. Stateless.
final class FeatureCodec {
    /// Says which rows a file holds, so that one is never read as the other.
    static final byte TYPE = 'F';

    private static final byte POINT = 0;
    private static final byte LINE = 1;
    private static final byte SURFACE = 2;

    void write(Feature row, DataOutput out) throws IOException {
        Strings.write(row.id(), out);
        Strings.write(row.category(), out);
        Strings.write(row.name(), out);
        out.writeInt(row.properties().size());
        for (Map.Entry<String, String> property : row.properties().entrySet()) {
            Strings.write(property.getKey(), out);
            Strings.write(property.getValue(), out);
        }
        switch (row.shape()) {
            case Shape.Point(Position position) -> {
                out.writeByte(POINT);
                writePosition(position, out);
            }
            case Shape.Line(List<Position> vertices) -> {
                out.writeByte(LINE);
                writePositions(vertices, out);
            }
            case Shape.Surface(List<List<List<Position>>> polygons) -> {
                out.writeByte(SURFACE);
                out.writeInt(polygons.size());
                for (List<List<Position>> rings : polygons) {
                    out.writeInt(rings.size());
                    for (List<Position> ring : rings) {
                        writePositions(ring, out);
                    }
                }
            }
        }
    }

    Feature read(DataInput in, Strings strings) throws IOException {
        String id = strings.read(in);
        String category = strings.shared(in);
        String name = strings.shared(in);
        int count = in.readInt();
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < count; i++) {
            properties.put(strings.shared(in), strings.shared(in));
        }
        byte kind = in.readByte();
        Shape shape = switch (kind) {
            case POINT -> new Shape.Point(readPosition(in));
            case LINE -> new Shape.Line(readPositions(in));
            case SURFACE -> readSurface(in);
            default -> throw new IOException("no shape " + kind);
        };
        return new Feature(id, category, name, shape, properties);
    }

    private static Shape readSurface(DataInput in) throws IOException {
        int count = in.readInt();
        List<List<List<Position>>> polygons = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int rings = in.readInt();
            List<List<Position>> polygon = new ArrayList<>();
            for (int j = 0; j < rings; j++) {
                polygon.add(readPositions(in));
            }
            polygons.add(List.copyOf(polygon));
        }
        return new Shape.Surface(polygons);
    }

    private static void writePositions(List<Position> positions, DataOutput out) throws IOException {
        out.writeInt(positions.size());
        for (Position position : positions) {
            writePosition(position, out);
        }
    }

    private static List<Position> readPositions(DataInput in) throws IOException {
        int count = in.readInt();
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            positions.add(readPosition(in));
        }
        return List.copyOf(positions);
    }

    static void writePosition(Position position, DataOutput out) throws IOException {
        out.writeDouble(position.longitude());
        out.writeDouble(position.latitude());
    }

    static Position readPosition(DataInput in) throws IOException {
        return new Position(in.readDouble(), in.readDouble());
    }
}
