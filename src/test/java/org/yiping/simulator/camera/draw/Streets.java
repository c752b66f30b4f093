package org.yiping.simulator.camera.draw;

import static org.yiping.simulator.camera.draw.Figures.CARS;
import static org.yiping.simulator.camera.draw.Figures.CLOTHES;
import static org.yiping.simulator.camera.draw.Figures.pick;

/// Scenes in which traffic moves.
final class Streets {
    static final int SKY = 0x98A2AC;
    static final int ROAD = 0x565C61;
    static final int PAVING = 0x83888B;
    static final int MARK = 0xD6D9DA;

    private Streets() {}

    /// A place on a path that is run through `times` times a loop, starting at `start`, from `from` to `to`.
    static double along(double from, double to, double loop, double start, int times) {
        double at = loop * times + start;
        return from + (to - from) * (at - Math.floor(at));
    }

    static void skyline(Brush b, double ground, int seed, double scale) {
        b.colour(SKY).box(0, 0, Scene.WIDTH, ground);
        b.colour(0xA6AFB7).disc(500, 40, 120, 16);
        double x = -10;
        for (int i = 0; x < Scene.WIDTH; i++) {
            int k = Math.floorMod(seed * 31 + i * 17, 97);
            double width = 44 + k % 38;
            Figures.building(b, x, ground, width, (46 + k % 61) * scale, 0x707982 + (k % 4) * 0x060606);
            x += width + 3 + k % 7;
        }
    }

    static void junction(Brush b, double loop) {
        skyline(b, 118, 3, 1);
        b.colour(PAVING).box(0, 112, 640, 248);
        b.colour(ROAD).area(250, 112, 338, 112, 520, 360, 40, 360);
        b.colour(ROAD).area(0, 186, 640, 158, 640, 246, 0, 282);
        b.colour(MARK).dashes(0, 232, 640, 201, 2, 14);
        b.dashes(294, 116, 288, 170, 2, 9);
        b.dashes(284, 262, 280, 360, 3, 14);
        for (int i = 0; i < 9; i++) {
            b.area(96 + i * 42, 326, 118 + i * 42, 326, 112 + i * 44, 350, 88 + i * 44, 350);
        }
        for (int i = 0; i < 6; i++) {
            b.area(508, 178 + i * 11, 544, 176 + i * 11, 546, 181 + i * 11, 510, 183 + i * 11);
        }
        for (int i = 0; i < 4; i++) {
            Figures.tree(b, 26 + i * 52, 168 - i * 10, 62 - i * 6, Math.sin(loop * 4 * Math.PI + i));
            Figures.tree(b, 612 - i * 58, 150 - i * 6, 60 - i * 6, Math.sin(loop * 4 * Math.PI + i + 2));
        }
        double far = along(0, 1, loop, 0.2, 1);
        Figures.carEnd(b, 305 - 6 * far, 118 + 42 * far, 13 + 9 * far, CARS[1], true);
        for (int i = 0; i < 4; i++) {
            double x = along(710, -70, loop, i * 0.25 + 0.07, 1);
            Figures.carSide(b, x, 218 - x * 0.046, 52, pick(CARS, i), false);
        }
        for (int i = 0; i < 3; i++) {
            double x = along(-80, 720, loop, i / 3.0 + 0.21, 1);
            if (i == 1) {
                Figures.vanSide(b, x, 262 - x * 0.05, 74, 0xBFC4C8, true);
            } else {
                Figures.carSide(b, x, 262 - x * 0.05, 64, pick(CARS, i + 3), true);
            }
        }
        for (int i = 0; i < 5; i++) {
            double x = i % 2 == 0 ? along(70, 560, loop, i * 0.19, 1) : along(560, 70, loop, i * 0.19, 1);
            Figures.person(b, x, 338 + i % 3 * 5, 40, pick(CLOTHES, i), loop * 9 + i * 0.3);
        }
        trafficLight(b, 586, 296, loop);
    }

    private static void trafficLight(Brush b, double x, double y, double loop) {
        b.colour(0x33393F).box(x - 2, y - 92, 4, 92);
        b.colour(0x22272C).rounded(x - 9, y - 124, 18, 40, 4);
        boolean go = loop < 0.55;
        b.colour(go ? 0x4A2B2A : 0xC8554C).disc(x, y - 115, 4.5, 4.5);
        b.colour(go ? 0x5FB57A : 0x2B4434).disc(x, y - 93, 4.5, 4.5);
    }

    static void street(Brush b, double loop) {
        skyline(b, 132, 8, 0.8);
        b.colour(0x7D858C).area(0, 30, 150, 96, 205, 132, 0, 210);
        b.colour(0x767E86).area(640, 20, 470, 100, 430, 132, 640, 206);
        b.colour(PAVING).box(0, 132, 640, 228);
        b.colour(ROAD).area(300, 132, 342, 132, 560, 360, 90, 360);
        b.colour(MARK).dashes(320, 134, 324, 360, 3, 18);
        for (int i = 5; i >= 0; i--) {
            double near = Math.pow(0.72, 5 - i);
            double y = 132 + 150 * near;
            stall(b, 250 - 230 * near, y, 96 * near, pick(new int[] {0x4F6B58, 0x8E5048, 0x5A6F86}, i));
        }
        for (int i = 5; i >= 0; i--) {
            double near = Math.pow(0.7, i);
            Figures.tree(b, 380 + 232 * near, 132 + 150 * near, 128 * near, Math.sin(loop * 4 * Math.PI + i));
        }
        for (int i = 0; i < 4; i++) {
            double away = along(0, 1, loop, i * 0.25, 1);
            double near = 1 - away;
            double scale = near * near;
            if (i == 2) {
                continue;
            }
            Figures.carEnd(b, 331 + 92 * scale, 134 + 232 * scale, 9 + 74 * scale, pick(CARS, i + 2), false);
        }
        for (int i = 0; i < 3; i++) {
            double near = along(0, 1, loop, i / 3.0 + 0.1, 1);
            double scale = near * near * 1.15;
            Figures.carEnd(b, 311 - 92 * scale, 134 + 232 * scale, 9 + 74 * scale, pick(CARS, i * 3), true);
        }
        for (int i = 0; i < 4; i++) {
            double near = along(0.25, 1.1, loop, i * 0.25, 1);
            double at = i % 2 == 0 ? near : 1.35 - near;
            Figures.person(b, 372 + 196 * at, 132 + 190 * at, 66 * at, pick(CLOTHES, i), loop * 11 + i * 0.4);
            Figures.person(b, 282 - 196 * at, 132 + 196 * at, 66 * at, pick(CLOTHES, i + 3), loop * 10 + i * 0.3);
        }
    }

    private static void stall(Brush b, double x, double y, double size, int cloth) {
        b.colour(0x4A4F54).box(x - size * 0.4, y - size * 0.75, size * 0.03, size * 0.75);
        b.box(x + size * 0.38, y - size * 0.7, size * 0.03, size * 0.7);
        b.colour(0x6F5A48).box(x - size * 0.38, y - size * 0.34, size * 0.76, size * 0.3);
        b.colour(0x94824F).disc(x - size * 0.15, y - size * 0.36, size * 0.14, size * 0.06);
        b.colour(0x7C5046).disc(x + size * 0.15, y - size * 0.36, size * 0.14, size * 0.06);
        b.colour(cloth)
                .area(
                        x - size * 0.5,
                        y - size * 0.72,
                        x - size * 0.36,
                        y - size * 0.98,
                        x + size * 0.36,
                        y - size * 0.94,
                        x + size * 0.5,
                        y - size * 0.68);
    }

    static void overpass(Brush b, double loop) {
        skyline(b, 200, 5, 1.25);
        b.colour(PAVING).box(0, 196, 640, 164);
        b.colour(ROAD).area(0, 248, 640, 236, 640, 360, 0, 360);
        b.colour(MARK).dashes(0, 304, 640, 300, 2.5, 20);
        for (int i = 0; i < 4; i++) {
            Figures.person(
                    b,
                    along(-20, 660, loop, i * 0.25 + 0.1, 1),
                    232 + i % 2 * 6,
                    44,
                    pick(CLOTHES, i + 1),
                    loop * 12 + i * 0.2);
        }
        for (int x : new int[] {112, 330, 548}) {
            b.colour(0x5B6269).box(x, 122, 40, 116);
            b.colour(0x4F565D).box(x + 28, 122, 12, 116);
            b.colour(0x656C73).area(x - 22, 118, x + 62, 118, x + 40, 142, x, 142);
        }
        b.colour(0x6C737A).box(0, 84, 640, 38);
        b.colour(0x53595F).box(0, 114, 640, 8);
        for (int i = 0; i < 6; i++) {
            double x = along(-60, 700, loop, i / 6.0, 1);
            if (i % 3 == 1) {
                Figures.vanSide(b, x, 86, 58, pick(CARS, i), true);
            } else {
                Figures.carSide(b, x, 86, 48, pick(CARS, i), true);
            }
        }
        b.colour(0x8A9197).box(0, 76, 640, 3);
        for (int x = 0; x < 640; x += 20) {
            b.box(x, 76, 2, 10);
        }
        for (int i = 0; i < 3; i++) {
            Figures.carSide(b, along(740, -100, loop, i / 3.0 + 0.05, 1), 296, 84, pick(CARS, i + 4), false);
        }
        for (int i = 0; i < 3; i++) {
            double x = along(-140, 780, loop, i / 3.0 + 0.2, 1);
            if (i == 0) {
                Figures.vanSide(b, x, 350, 128, 0xC6CACD, true);
            } else {
                Figures.carSide(b, x, 350, 108, pick(CARS, i * 2), true);
            }
        }
    }

    static void carPark(Brush b, double loop) {
        skyline(b, 126, 12, 0.9);
        b.colour(0x6E757B).box(0, 96, 640, 30);
        b.colour(PAVING).box(0, 126, 640, 60);
        b.colour(ROAD).box(0, 172, 640, 188);
        b.colour(MARK);
        for (int i = 0; i < 9; i++) {
            b.area(20 + i * 76, 176, 24 + i * 76, 176, 8 + i * 78, 236, 3 + i * 78, 236);
        }
        for (int i = 0; i < 8; i++) {
            if (i != 3 && i != 6) {
                Figures.carEnd(b, 52 + i * 77, 228, 50, pick(CARS, i * 5 + 1), i % 2 == 0);
            }
        }
        for (int i = 0; i < 5; i++) {
            Figures.tree(b, 40 + i * 142, 168, 70, Math.sin(loop * 4 * Math.PI + i));
        }
        double x = along(-120, 760, loop, 0.1, 1);
        Figures.carSide(b, x, 312, 112, CARS[4], true);
        Figures.carSide(b, along(-120, 760, loop, 0.6, 1), 312, 112, CARS[1], true);
        double gap = Math.min(gapTo(x, 430), gapTo(along(-120, 760, loop, 0.6, 1), 430));
        double lift = Math.clamp((150 - gap) / 70, 0, 1) * Math.toRadians(74);
        b.colour(0x4A5056).box(424, 262, 16, 72);
        b.colour(0xC9CCCE).rounded(420, 250, 24, 26, 3);
        double endX = 432 - Math.cos(lift) * 150;
        double endY = 280 - Math.sin(lift) * 150;
        b.colour(0xD8DADB).line(432, 280, endX, endY, 5);
        b.colour(0xA9483F).dashes(432, 280, endX, endY, 5, 14);
        Figures.person(b, along(680, -40, loop, 0, 1), 346, 60, CLOTHES[2], loop * 10);
    }

    private static double gapTo(double x, double gate) {
        return Math.abs(x - (gate - 60));
    }
}
