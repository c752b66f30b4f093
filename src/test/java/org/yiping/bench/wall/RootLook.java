package org.yiping.bench.wall;

import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;

/// Looks at a display's root window again and again and says of each look when it began and ended, in milliseconds of
/// the machine's clock, and how many pixels of each monitor are magenta. `MONITORS WIDTH HEIGHT`, of as many as stand
/// side by side from the left. For displays whose memory is not to be seen.
public final class RootLook {
    private static final int COLOUR = 0xffffff;
    private static final int MAGENTA = 0xff00ff;
    /// Looking costs more than what is looked at.
    private static final int REST_MILLIS = 200;

    private RootLook() {}

    public static void main(String[] arguments) throws Exception {
        int monitors = Integer.parseInt(arguments[0]);
        int width = Integer.parseInt(arguments[1]);
        Rectangle part = new Rectangle(0, 0, monitors * width, Integer.parseInt(arguments[2]));
        Robot robot = new Robot();
        while (true) {
            long from = System.currentTimeMillis();
            BufferedImage picture = robot.createScreenCapture(part);
            StringBuilder told = new StringBuilder(from + " " + System.currentTimeMillis());
            int[] pixels = picture.getRGB(0, 0, part.width, part.height, null, 0, part.width);
            long[] magenta = new long[monitors];
            for (int i = 0; i < pixels.length; i++) {
                magenta[i % part.width / width] += (pixels[i] & COLOUR) == MAGENTA ? 1 : 0;
            }
            for (long count : magenta) {
                told.append(' ').append(count);
            }
            System.out.println(told);
            Thread.sleep(REST_MILLIS);
        }
    }
}
