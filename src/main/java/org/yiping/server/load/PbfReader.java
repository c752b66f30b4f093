package org.yiping.server.load;

import crosby.binary.BinaryParser;
import crosby.binary.Osmformat;
import crosby.binary.file.BlockInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;

/// Reads an OpenStreetMap extract: tagged nodes as points, tagged ways as lines, closed ways as surfaces. Relations are
/// left out (multi-polygons come with the map's own import later). Positions are kept in memory; meant for city
/// extracts.
final class PbfReader {
    private final Consumer<GeoThing> things;

    PbfReader(Consumer<GeoThing> things) {
        this.things = things;
    }

    long read(Path file) throws IOException {
        Parser parser = new Parser();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            new BlockInputStream(in, parser).process();
        } catch (UncheckedIOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("no whole OSM PBF file: " + e.getMessage(), e); // what the library throws at damage
        }
        return parser.tagged;
    }

    private final class Parser extends BinaryParser {
        private final Map<Long, Position> nodes = new HashMap<>();
        private long tagged;

        @Override
        protected void parseDense(Osmformat.DenseNodes dense) {
            long id = 0;
            long lat = 0;
            long lon = 0;
            int at = 0;
            for (int i = 0; i < dense.getIdCount(); i++) {
                id += dense.getId(i);
                lat += dense.getLat(i);
                lon += dense.getLon(i);
                Position position = new Position(parseLon(lon), parseLat(lat));
                nodes.put(id, position);
                Map<String, String> tags = new HashMap<>();
                while (at < dense.getKeysValsCount() && dense.getKeysVals(at) != 0) {
                    tags.put(getStringById(dense.getKeysVals(at)), getStringById(dense.getKeysVals(at + 1)));
                    at += 2;
                }
                at++;
                point(id, position, tags);
            }
        }

        @Override
        protected void parseNodes(List<Osmformat.Node> list) {
            for (Osmformat.Node node : list) {
                Position position = new Position(parseLon(node.getLon()), parseLat(node.getLat()));
                nodes.put(node.getId(), position);
                point(node.getId(), position, tags(node.getKeysList(), node.getValsList()));
            }
        }

        private void point(long id, Position position, Map<String, String> tags) {
            if (!tags.isEmpty()) {
                things.accept(new GeoThing(++tagged, "node/" + id, new Shape.Point(position), tags));
            }
        }

        @Override
        protected void parseWays(List<Osmformat.Way> list) {
            for (Osmformat.Way way : list) {
                Map<String, String> tags = tags(way.getKeysList(), way.getValsList());
                List<Position> line = new ArrayList<>(way.getRefsCount());
                long ref = 0;
                for (long step : way.getRefsList()) {
                    ref += step;
                    Position position = nodes.get(ref);
                    if (position != null) {
                        line.add(position);
                    }
                }
                if (tags.isEmpty() || line.size() < 2) {
                    continue;
                }
                boolean closed =
                        line.size() > 3 && line.getFirst().equals(line.getLast()) && !tags.containsKey("highway");
                Shape shape = closed ? new Shape.Surface(List.of(List.of(line))) : new Shape.Line(line);
                things.accept(new GeoThing(++tagged, "way/" + way.getId(), shape, tags));
            }
        }

        private Map<String, String> tags(List<Integer> keys, List<Integer> values) {
            Map<String, String> tags = new HashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                tags.put(getStringById(keys.get(i)), getStringById(values.get(i)));
            }
            return tags;
        }

        @Override
        protected void parseRelations(List<Osmformat.Relation> relations) {}

        @Override
        protected void parse(Osmformat.HeaderBlock header) {}

        @Override
        public void complete() {}
    }
}
