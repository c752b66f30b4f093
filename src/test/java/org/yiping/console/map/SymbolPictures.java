package org.yiping.console.map;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.yiping.domain.sensor.SensorState;

/// Puts symbols onto a sheet to be looked at, as they stand on the map. Stateless; one thread.
public final class SymbolPictures {
    private static final int WIDE = 92;
    private static final int HIGH = 40;
    private static final int IN_A_ROW = 10;

    private SymbolPictures() {}

    /// A class of components with its major class; `zoom` enlarges for the eye, 1 is as it is.
    public record Row(MajorClass major, String code, String name) {}

    public static BufferedImage components(List<Row> rows, MapStyle style) {
        SymbolSheet symbols = new SymbolSheet(style);
        int lines = (rows.size() + IN_A_ROW - 1) / IN_A_ROW;
        BufferedImage image = new BufferedImage(IN_A_ROW * WIDE, lines * HIGH, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[image.getWidth() * image.getHeight()];
        java.util.Arrays.fill(pixels, style.palette().ground().block());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int x = i % IN_A_ROW * WIDE;
            int y = i / IN_A_ROW * HIGH + 13;
            int code = SymbolCode.of(ComponentFigures.symbol(row.major, row.code, row.name));
            symbols.component(code, false).blit(pixels, image.getWidth(), image.getHeight(), x + 46, y);
            symbols.component(code, true).blit(pixels, image.getWidth(), image.getHeight(), x + 18, y);
        }
        image.setRGB(0, 0, image.getWidth(), image.getHeight(), pixels, 0, image.getWidth());
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(new Color(style.palette().words().text()));
        g.setFont(style.regular().deriveFont(Font.PLAIN, 10f));
        for (int i = 0; i < rows.size(); i++) {
            String name = rows.get(i).name;
            g.drawString(
                    name.length() > 8 ? name.substring(0, 8) : name, i % IN_A_ROW * WIDE + 4, i / IN_A_ROW * HIGH + 36);
        }
        g.dispose();
        return image;
    }

    /// Sensors of every state, whole, small and selected, and crowds of them with those that call.
    public static BufferedImage sensors(String letters, MapStyle style) {
        SymbolSheet symbols = new SymbolSheet(style);
        SensorState[] states = SensorState.values();
        BufferedImage image = new BufferedImage(46 * letters.length() + 250, 44 * 7, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[image.getWidth() * image.getHeight()];
        java.util.Arrays.fill(pixels, style.palette().ground().block());
        for (int s = 0; s < states.length; s++) {
            int y = 44 * s + 24;
            for (int i = 0; i < letters.length(); i++) {
                int code = SymbolCode.of(new Symbol.SensorPost(letters.charAt(i), states[s]));
                symbols.symbol(code, false).blit(pixels, image.getWidth(), image.getHeight(), 46 * i + 24, y);
            }
            int code = SymbolCode.of(new Symbol.SensorPost(letters.charAt(0), states[s]));
            int x = 46 * letters.length();
            symbols.small(code).blit(pixels, image.getWidth(), image.getHeight(), x + 24, y);
            symbols.symbol(code, true).blit(pixels, image.getWidth(), image.getHeight(), x + 80, y);
        }
        int[][] crowds = {{7, 0, 0}, {42, 0, 3}, {318, 3, 9}, {4096, 128, 0}};
        for (int i = 0; i < crowds.length; i++) {
            symbols.sensors(crowds[i][0], crowds[i][1], crowds[i][2])
                    .blit(pixels, image.getWidth(), image.getHeight(), 46 * letters.length() + 180, 60 * i + 40);
        }
        image.setRGB(0, 0, image.getWidth(), image.getHeight(), pixels, 0, image.getWidth());
        return image;
    }
}
