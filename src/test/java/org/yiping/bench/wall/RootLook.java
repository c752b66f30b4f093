package org.yiping.bench.wall;

import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;

/// Looks at a part of a display's root window again and again and says at each look how many of its pixels are magenta.
/// `X Y WIDTH HEIGHT`. For displays whose memory is not to be seen.
public final class RootLook {
    private static final int COLOUR = 0xffffff;
    private static final int MAGENTA = 0xff00ff;

    private RootLook() {}

    public static void main(String[] arguments) throws Exception {
        Rectangle part = new Rectangle(
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]));
        Robot robot = new Robot();
        while (true) {
            BufferedImage picture = robot.createScreenCapture(part);
            int[] pixels = picture.getRGB(0, 0, part.width, part.height, null, 0, part.width);
            long magenta = 0;
            for (int pixel : pixels) {
                magenta += (pixel & COLOUR) == MAGENTA ? 1 : 0;
            }
            System.out.println(magenta);
            Thread.sleep(20);
        }
    }
}
