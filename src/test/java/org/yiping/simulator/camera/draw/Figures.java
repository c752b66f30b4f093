package org.yiping.simulator.camera.draw;

/// What stands and moves in the scenes: cars, people, trees, bicycles. Sizes in pixels at the place where it stands,
/// feet and wheels on `y`. People have no faces.
final class Figures {
    static final int[] CARS = {0xB9BEC4, 0x4C5F78, 0x8A6A52, 0x6B7379, 0xD2D5D8, 0x5E6F5A, 0x7C3F3A, 0x3E4850};
    static final int[] CLOTHES = {0x5A6B84, 0x7A5C4A, 0x4F6A5C, 0x6D6474, 0x8A7A52, 0x46525E};

    private static final int GLASS = 0x2A323A;
    private static final int TYRE = 0x22262A;
    private static final int SKIN = 0xB08D78;

    private Figures() {}

    static int pick(int[] colours, int which) {
        return colours[Math.floorMod(which, colours.length)];
    }

    /// A car from its side, driving to the right when `forward`.
    static void carSide(Brush b, double x, double y, double length, int colour, boolean forward) {
        double d = forward ? 1 : -1;
        double h = length * 0.36;
        double u = length / 100 * d;
        b.colour(0x000000, 0.22).disc(x, y, length * 0.54, h * 0.13);
        b.colour(shade(colour, 0.86))
                .area(x - 30 * u, y - h * 0.58, x - 18 * u, y - h, x + 14 * u, y - h, x + 30 * u, y - h * 0.58);
        b.colour(GLASS)
                .area(
                        x - 25 * u,
                        y - h * 0.6,
                        x - 15.5 * u,
                        y - h * 0.92,
                        x + 12.5 * u,
                        y - h * 0.92,
                        x + 25 * u,
                        y - h * 0.6);
        b.colour(shade(colour, 0.86)).box(Math.min(x - 2 * u, x + u), y - h * 0.95, Math.abs(3 * u), h * 0.4);
        b.colour(colour).rounded(x - length / 2, y - h * 0.62, length, h * 0.46, h * 0.16);
        b.colour(shade(colour, 0.78)).rounded(x - length / 2, y - h * 0.3, length, h * 0.16, h * 0.06);
        b.colour(0xE9DFAF).disc(x + 47 * u, y - h * 0.44, length * 0.025, h * 0.07);
        b.colour(0xA8453D).disc(x - 47.5 * u, y - h * 0.44, length * 0.02, h * 0.07);
        for (int wheel : new int[] {-29, 29}) {
            b.colour(TYRE).disc(x + wheel * u, y - h * 0.2, length * 0.095, length * 0.095);
            b.colour(0x8B9196).disc(x + wheel * u, y - h * 0.2, length * 0.045, length * 0.045);
        }
    }

    /// A delivery van or, with another colour, a bus.
    static void vanSide(Brush b, double x, double y, double length, int colour, boolean forward) {
        double d = forward ? 1 : -1;
        double h = length * 0.46;
        double u = length / 100 * d;
        b.colour(0x000000, 0.22).disc(x, y, length * 0.54, h * 0.11);
        b.colour(colour).rounded(x - length / 2, y - h, length, h * 0.86, h * 0.12);
        b.colour(GLASS)
                .area(
                        x + 26 * u,
                        y - h * 0.9,
                        x + 44 * u,
                        y - h * 0.9,
                        x + 48 * u,
                        y - h * 0.52,
                        x + 26 * u,
                        y - h * 0.52);
        b.colour(shade(colour, 0.82)).box(x - length / 2, y - h * 0.34, length, h * 0.2);
        for (int wheel : new int[] {-30, 30}) {
            b.colour(TYRE).disc(x + wheel * u, y - h * 0.14, length * 0.085, length * 0.085);
            b.colour(0x8B9196).disc(x + wheel * u, y - h * 0.14, length * 0.04, length * 0.04);
        }
    }

    /// A car seen from its front (`coming`) or back, for streets that run into the picture.
    static void carEnd(Brush b, double x, double y, double width, int colour, boolean coming) {
        double h = width * 0.78;
        b.colour(0x000000, 0.25).disc(x, y, width * 0.6, h * 0.1);
        b.colour(TYRE).rounded(x - width * 0.46, y - h * 0.24, width * 0.18, h * 0.24, width * 0.03);
        b.colour(TYRE).rounded(x + width * 0.28, y - h * 0.24, width * 0.18, h * 0.24, width * 0.03);
        b.colour(shade(colour, 0.88))
                .area(
                        x - width * 0.42,
                        y - h * 0.55,
                        x - width * 0.3,
                        y - h,
                        x + width * 0.3,
                        y - h,
                        x + width * 0.42,
                        y - h * 0.55);
        b.colour(GLASS)
                .area(
                        x - width * 0.36,
                        y - h * 0.57,
                        x - width * 0.26,
                        y - h * 0.94,
                        x + width * 0.26,
                        y - h * 0.94,
                        x + width * 0.36,
                        y - h * 0.57);
        b.colour(colour).rounded(x - width / 2, y - h * 0.58, width, h * 0.44, width * 0.08);
        b.colour(coming ? 0xF2EAC4 : 0xB2443B).rounded(x - width * 0.46, y - h * 0.48, width * 0.16, h * 0.13, 1.5);
        b.colour(coming ? 0xF2EAC4 : 0xB2443B).rounded(x + width * 0.3, y - h * 0.48, width * 0.16, h * 0.13, 1.5);
        b.colour(shade(colour, 0.6)).rounded(x - width * 0.16, y - h * 0.36, width * 0.32, h * 0.12, 1);
    }

    /// A walker; `step` counts strides and swings the legs, a whole number of them in a loop.
    static void person(Brush b, double x, double y, double height, int clothes, double step) {
        double swing = Math.sin(step * 2 * Math.PI) * height * 0.13;
        double hip = y - height * 0.46;
        b.colour(0x000000, 0.22).disc(x, y, height * 0.2, height * 0.045);
        b.colour(0x30363D);
        b.line(x, hip, x - swing, y - height * 0.02, height * 0.1);
        b.line(x, hip, x + swing, y - height * 0.02, height * 0.1);
        b.colour(shade(clothes, 0.85)).line(x, y - height * 0.74, x + swing * 0.8, y - height * 0.48, height * 0.075);
        b.colour(clothes).rounded(x - height * 0.12, y - height * 0.82, height * 0.24, height * 0.4, height * 0.08);
        b.colour(shade(clothes, 0.7)).line(x, y - height * 0.74, x - swing * 0.8, y - height * 0.48, height * 0.075);
        b.colour(SKIN).disc(x, y - height * 0.9, height * 0.085, height * 0.1);
        b.colour(0x2B2622).disc(x, y - height * 0.94, height * 0.088, height * 0.065);
    }

    static void bicycle(Brush b, double x, double y, double length, int colour) {
        double r = length * 0.25;
        b.colour(TYRE).ring(x - length * 0.29, y - r, r, length * 0.04);
        b.colour(TYRE).ring(x + length * 0.29, y - r, r, length * 0.04);
        double seatX = x - length * 0.12;
        double headX = x + length * 0.2;
        b.colour(colour);
        b.line(x - length * 0.29, y - r, seatX, y - length * 0.52, length * 0.055);
        b.line(x - length * 0.29, y - r, x, y - r, length * 0.055);
        b.line(x, y - r, seatX, y - length * 0.56, length * 0.055);
        b.line(x, y - r, headX, y - length * 0.55, length * 0.055);
        b.line(seatX, y - length * 0.48, headX, y - length * 0.55, length * 0.055);
        b.line(x + length * 0.29, y - r, headX - length * 0.02, y - length * 0.66, length * 0.05);
        b.colour(TYRE);
        b.line(seatX - length * 0.07, y - length * 0.58, seatX + length * 0.06, y - length * 0.58, length * 0.06);
        b.line(headX - length * 0.06, y - length * 0.68, headX + length * 0.08, y - length * 0.68, length * 0.05);
    }

    static void rider(Brush b, double x, double y, double length, int colour, int clothes, double step) {
        bicycle(b, x, y, length, colour);
        double turn = step * 2 * Math.PI;
        double hipX = x - length * 0.12;
        double hipY = y - length * 0.62;
        b.colour(0x30363D);
        b.line(
                hipX,
                hipY,
                x + Math.cos(turn) * length * 0.1,
                y - length * 0.25 + Math.sin(turn) * length * 0.1,
                length * 0.1);
        b.line(
                hipX,
                hipY,
                x - Math.cos(turn) * length * 0.1,
                y - length * 0.25 - Math.sin(turn) * length * 0.1,
                length * 0.1);
        b.colour(clothes).line(hipX, hipY - length * 0.04, x + length * 0.03, y - length * 0.98, length * 0.19);
        b.line(x + length * 0.03, y - length * 0.95, x + length * 0.2, y - length * 0.7, length * 0.08);
        b.colour(SKIN).disc(x + length * 0.06, y - length * 1.16, length * 0.085, length * 0.1);
        b.colour(0x2B2622).disc(x + length * 0.05, y - length * 1.2, length * 0.09, length * 0.065);
    }

    static void tree(Brush b, double x, double y, double height, double sway) {
        double top = x + sway * height * 0.03;
        b.colour(0x000000, 0.18).disc(x, y, height * 0.3, height * 0.05);
        b.colour(0x4E453C).line(x, y, x + (top - x) * 0.5, y - height * 0.5, height * 0.06);
        b.colour(0x445645).disc(top - height * 0.14, y - height * 0.58, height * 0.2, height * 0.19);
        b.colour(0x4D614D).disc(top + height * 0.14, y - height * 0.6, height * 0.21, height * 0.2);
        b.colour(0x566B55).disc(top, y - height * 0.78, height * 0.22, height * 0.21);
    }

    static void building(Brush b, double x, double ground, double width, double height, int colour) {
        b.colour(colour).box(x, ground - height, width, height);
        b.colour(shade(colour, 1.14)).box(x, ground - height, width, 3);
        b.colour(shade(colour, 0.78));
        for (double wy = ground - height + 10; wy < ground - 8; wy += 13) {
            for (double wx = x + 6; wx < x + width - 7; wx += 11) {
                b.box(wx, wy, 5, 7);
            }
        }
    }

    static int shade(int rgb, double factor) {
        int red = (int) Math.min(255, (rgb >> 16 & 255) * factor);
        int green = (int) Math.min(255, (rgb >> 8 & 255) * factor);
        int blue = (int) Math.min(255, (rgb & 255) * factor);
        return red << 16 | green << 8 | blue;
    }
}
