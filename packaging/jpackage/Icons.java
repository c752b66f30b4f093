import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/// Draws the icons of the menu entries into a folder: `java Icons.java FOLDER`. All are the sign of the product in the
/// colours of the hall (`BrandMark`, `tokens-hall.css`): a hall in one frame, its hero panel lit; the wall is six
/// panels, the server stands without windows.
final class Icons {
    private static final int SIZE = 256;
    private static final Color CANVAS = new Color(0x0E1317);
    private static final Color LINE = new Color(0xE4EAEE);
    private static final Color DARK = new Color(0x2C3842);
    private static final Color ACCENT = new Color(0x6FB3E8);
    private static final Color LIVE = new Color(0x36A892);

    private Icons() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        write(folder, "workstation", Icons::workstation);
        write(folder, "wall", Icons::wall);
        write(folder, "server", Icons::server);
    }

    private static void workstation(Graphics2D g) {
        box(g, LINE, 40, 64, 176, 128, 10);
        box(g, CANVAS, 52, 76, 152, 104, 4);
        box(g, LINE, 104, 76, 12, 104, 0);
        box(g, ACCENT, 128, 88, 64, 44, 4);
        box(g, DARK, 128, 144, 64, 24, 4);
        for (int i = 0; i < 3; i++) {
            box(g, DARK, 62, 88 + 28 * i, 32, 24, 4);
        }
    }

    private static void wall(Graphics2D g) {
        box(g, LINE, 28, 60, 200, 136, 10);
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 3; column++) {
                box(g, CANVAS, 38 + 62 * column, 70 + 60 * row, 56, 56, 2);
            }
        }
        box(g, ACCENT, 46, 78, 40, 40, 2);
        box(g, ACCENT, 108, 78, 40, 40, 2);
        box(g, ACCENT, 46, 138, 40, 40, 2);
        box(g, ACCENT, 108, 138, 40, 40, 2);
        box(g, DARK, 170, 78, 40, 40, 2);
        box(g, DARK, 170, 138, 40, 40, 2);
    }

    private static void server(Graphics2D g) {
        for (int i = 0; i < 3; i++) {
            int y = 56 + 52 * i;
            box(g, LINE, 48, y, 160, 40, 8);
            box(g, CANVAS, 58, y + 10, 140, 20, 3);
            box(g, i == 0 ? ACCENT : DARK, 66, y + 15, 84, 10, 2);
            box(g, LIVE, 178, y + 15, 12, 10, 2);
        }
    }

    private static void box(Graphics2D g, Color colour, int x, int y, int width, int height, int round) {
        g.setColor(colour);
        g.fill(new RoundRectangle2D.Double(x, y, width, height, 2 * round, 2 * round));
    }

    private static void write(Path folder, String name, Consumer<Graphics2D> drawing) throws IOException {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        box(g, CANVAS, 0, 0, SIZE, SIZE, 40);
        drawing.accept(g);
        g.dispose();
        ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    }
}
