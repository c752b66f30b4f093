package org.yiping.simulator.city;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/// A quick picture of the plan for people to look at, in the colours of the night map.
final class CityPicture {
    private static final Color LAND = new Color(0x10161B);

    private final CityPlan plan;
    private BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    private double scale;

    CityPicture(CityPlan plan) {
        this.plan = plan;
    }

    void save(Path file, double pixelsPerMetre) throws IOException {
        scale = pixelsPerMetre;
        var frame = plan.map().plane().frame();
        image = new BufferedImage(
                (int) (frame.getWidth() * scale), (int) (frame.getHeight() * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(LAND);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        fill(g, 0x182027, plan.map().blocks().built());
        fill(g, 0x16251F, plan.map().blocks().green());
        fill(g, 0x12283A, plan.map().blocks().water());
        fill(g, 0x222D36, plan.map().houses());
        for (Rank rank : List.of(Rank.MINOR, Rank.MID, Rank.MAJOR)) {
            g.setColor(new Color(rank == Rank.MAJOR ? 0x43525F : rank == Rank.MID ? 0x323F4A : 0x27323B));
            g.setStroke(new BasicStroke((float) (rank.halfWidth() * 1.3 * scale), 1, 1));
            plan.map().ground().streets().stream().filter(s -> s.rank() == rank).forEach(s -> g.draw(path(s.line())));
        }
        g.dispose();
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    /// The share of the picture that is not bare land.
    double drawnShare() {
        long drawn = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                drawn += (image.getRGB(x, y) & 0xFFFFFF) == (LAND.getRGB() & 0xFFFFFF) ? 0 : 1;
            }
        }
        return (double) drawn / image.getWidth() / image.getHeight();
    }

    private void fill(Graphics2D g, int colour, List<Polygon> polygons) {
        g.setColor(new Color(colour));
        for (Polygon p : polygons) {
            Path2D path = path(p.getExteriorRing());
            for (int i = 0; i < p.getNumInteriorRing(); i++) {
                path.append(path(p.getInteriorRingN(i)), false);
            }
            g.fill(path);
        }
    }

    private Path2D path(LineString line) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (Coordinate c : line.getCoordinates()) {
            double x = c.x * scale;
            double y = image.getHeight() - c.y * scale;
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }
}
