package org.yiping.simulator.camera.draw;

import static org.yiping.simulator.camera.draw.Figures.CARS;
import static org.yiping.simulator.camera.draw.Figures.CLOTHES;
import static org.yiping.simulator.camera.draw.Figures.pick;
import static org.yiping.simulator.camera.draw.Streets.along;

/// Scenes in which people move.
final class Places {
    private static final int[] CLOTHS = {0x4E6C59, 0x5B718C, 0x8A524A, 0x8C7A4C};
    private static final int[] BIKES = {0xB08D3C, 0x4A7C86, 0x56795C, 0xB08D3C, 0x7F868C};

    private Places() {}

    static void market(Brush b, double loop) {
        b.colour(0x6A6F74).box(0, 0, 640, 150);
        for (int i = 0; i < 5; i++) {
            b.colour(pick(CLOTHS, i)).box(6 + i * 128, 40, 116, 20);
            b.colour(0x3D444A).box(10 + i * 128, 60, 108, 90);
            b.colour(0x565E65).box(62 + i * 128, 60, 4, 90);
            b.colour(0x8B8568, 0.5).box(16 + i * 128, 70, 40, 26);
        }
        b.colour(0x8B8F91).box(0, 150, 640, 210);
        b.colour(0x7F8385);
        for (int y = 168; y < 360; y += 24) {
            b.box(0, y, 640, 1.2);
        }
        for (int i = 0; i < 3; i++) {
            double x = i % 2 == 0 ? along(-20, 660, loop, i * 0.3, 1) : along(660, -20, loop, i * 0.3, 1);
            Figures.person(b, x, 196 + i * 4, 54, pick(CLOTHES, i), loop * 10 + i * 0.3);
        }
        for (int i = 0; i < 3; i++) {
            double x = 120 + i * 196;
            b.colour(0x4A4F54).box(x - 2, 172, 4, 92);
            double sway = Math.sin(loop * 2 * Math.PI * 2 + i) * 2;
            b.colour(pick(CLOTHS, i)).area(x - 74 + sway, 192, x + sway, 152, x + 74 + sway, 192);
            b.colour(Figures.shade(pick(CLOTHS, i), 0.84)).area(x - 30 + sway, 192, x + sway, 152, x + 30 + sway, 192);
            Figures.person(b, x + 52, 266, 66, pick(CLOTHES, i + 2), 0.25 + 0.06 * Math.sin(loop * 6 * Math.PI + i));
            b.colour(0x000000, 0.2).disc(x, 278, 62, 8);
            b.colour(0x6E523F).box(x - 56, 238, 104, 38);
            b.colour(0x5B4333).box(x - 56, 258, 104, 3);
            for (int k = 0; k < 7; k++) {
                b.colour(pick(new int[] {0x9A7A3E, 0x6F7D45, 0x8E4E42}, k + i)).disc(x - 46 + k * 14, 236, 8, 7);
            }
        }
        for (int i = 0; i < 5; i++) {
            double x = i % 2 == 0 ? along(-40, 680, loop, i * 0.21, 1) : along(680, -40, loop, i * 0.23, 1);
            Figures.person(b, x, 306 + i * 11, 74 + i * 3, pick(CLOTHES, i + 1), loop * (9 + i % 2) + i * 0.2);
        }
    }

    static void bicycles(Brush b, double loop) {
        b.colour(Streets.ROAD).box(0, 0, 640, 92);
        b.colour(Streets.MARK).dashes(0, 44, 640, 36, 2, 18);
        for (int i = 0; i < 3; i++) {
            Figures.carSide(b, along(720, -80, loop, i / 3.0, 1), 42, 72, pick(CARS, i + 1), false);
            Figures.carSide(b, along(-80, 720, loop, i / 3.0 + 0.1, 1), 84, 84, pick(CARS, i + 4), true);
        }
        b.colour(0x8C9092).box(0, 92, 640, 268);
        b.colour(0x9FA3A5).box(0, 92, 640, 5);
        b.colour(0x7E8284);
        for (int x = -200; x < 640; x += 40) {
            b.line(x, 360, x + 160, 97, 1);
        }
        Figures.tree(b, 96, 128, 92, Math.sin(loop * 4 * Math.PI));
        Figures.tree(b, 516, 124, 92, Math.sin(loop * 4 * Math.PI + 2));
        for (int row = 0; row < 3; row++) {
            double y = 176 + row * 62;
            for (int i = 0; i < 16 - row; i++) {
                Figures.bicycle(
                        b,
                        20 + i * (40 + row * 4) + row * 9,
                        y + i % 3 * 2,
                        50 + row * 8,
                        pick(BIKES, i * 3 + row * 2));
            }
            double x = row == 1 ? along(690, -50, loop, 0.3, 1) : along(-50, 690, loop, row * 0.35, 1);
            if (row == 1) {
                Figures.person(b, x, y + 28, 66, CLOTHES[row], loop * 10);
            } else {
                Figures.rider(b, x, y + 28, 60, BIKES[row], CLOTHES[row + 1], loop * 9);
            }
        }
    }

    static void bins(Brush b, double loop) {
        b.colour(0x6B655F).box(0, 0, 640, 226);
        b.colour(0x615B56);
        for (int row = 0; row < 12; row++) {
            b.box(0, row * 19, 640, 1.2);
            for (int x = row % 2 * 22; x < 640; x += 44) {
                b.box(x, row * 19, 1.2, 19);
            }
        }
        b.colour(0x4D5358).area(120, 74, 540, 74, 560, 96, 100, 96);
        b.colour(0x80858A).box(0, 226, 640, 134);
        b.colour(0x777C80).box(0, 250, 640, 2);
        int[] bins = {0x3F5C4A, 0x3F5C4A, 0x44566B, 0x6A4A44, 0x4C5157};
        for (int i = 0; i < 5; i++) {
            double x = 130 + i * 82;
            b.colour(0x000000, 0.22).disc(x + 32, 276, 42, 7);
            b.colour(bins[i]).area(x, 178, x + 66, 178, x + 58, 274, x + 8, 274);
            b.colour(Figures.shade(bins[i], 0.8)).rounded(x - 4, 168, 74, 13, 4);
            b.colour(0xC4C8CA, 0.6).disc(x + 33, 222, 9, 9);
            if (i < 3) {
                for (int k = 0; k < 5; k++) {
                    b.colour(k % 2 == 0 ? 0x8E9296 : 0x3A4046).disc(x + 8 + k * 13, 164 - k % 2 * 8, 11, 10);
                }
            }
        }
        for (int i = 0; i < 9; i++) {
            b.colour(pick(new int[] {0x3B4147, 0x8C9094, 0x5A5148}, i))
                    .disc(176 + i * 36, 292 + i % 3 * 6, 15 + i % 4 * 2, 11 + i % 3);
        }
        double walk = along(0, 1, loop, 0, 1);
        double x = -30 + 700 * walk;
        Figures.person(b, x, 330, 92, CLOTHES[0], loop * 9);
        b.colour(0x3B4147).disc(x + 16, 300 + Math.sin(loop * 18 * Math.PI) * 2, 9, 12);
        Figures.person(b, along(690, -50, loop, 0.35, 1), 352, 98, CLOTHES[3], loop * 10);
        double cart = along(-160, 760, loop, 0.55, 1);
        b.colour(0xA5703A).box(cart - 40, 292, 74, 36);
        b.colour(0x22262A).disc(cart - 22, 332, 10, 10);
        b.disc(cart + 22, 332, 10, 10);
        Figures.person(b, cart + 56, 340, 92, 0xA9703A, loop * 11);
    }

    static void site(Brush b, double loop) {
        Streets.skyline(b, 176, 21, 1.3);
        b.colour(0x6B7178).box(380, 60, 120, 116);
        b.colour(0x585E65);
        for (int i = 0; i < 5; i++) {
            b.box(374, 58 + i * 24, 132, 4);
            b.box(386 + i * 26, 40, 3, 136);
        }
        b.colour(0x9A7B3A).line(300, 176, 300, 10, 5);
        double swing = Math.sin(loop * 2 * Math.PI);
        double tip = 300 + 190 * (0.72 + 0.28 * swing);
        b.line(230, 22, tip, 16, 4);
        b.line(300, 6, tip, 16, 1.5);
        double hook = 300 + (tip - 300) * 0.8;
        double drop = 66 + 22 * Math.sin(loop * 4 * Math.PI);
        b.colour(0x3B4147).line(hook, 18, hook, drop, 1.5);
        b.box(hook - 16, drop, 32, 10);
        b.colour(0x5A7183).box(0, 156, 640, 76);
        b.colour(0x4F6474);
        for (int x = 0; x < 640; x += 54) {
            b.box(x, 156, 3, 76);
        }
        b.colour(0x8A9DAA).box(0, 156, 640, 4);
        b.colour(Streets.PAVING).box(0, 232, 640, 24);
        b.colour(Streets.ROAD).box(0, 254, 640, 106);
        for (int i = 0; i < 10; i++) {
            double x = 40 + i * 38;
            b.colour(0xB8693A).area(x, 262, x + 7, 238, x + 14, 262);
            b.colour(0xD9DBDC).area(x + 3, 253, x + 4.5, 247, x + 9.5, 247, x + 11, 253);
        }
        for (int i = 0; i < 3; i++) {
            double x = 470 + i * 40 + 14 * Math.sin(loop * 2 * Math.PI + i * 2);
            Figures.person(b, x, 262 + i * 3, 62, 0xB08A35, loop * 8 + i * 0.3);
            b.colour(0xC9B04A).disc(x, 262 + i * 3 - 60, 7, 4.5);
        }
        double truck = along(-150, 790, loop, 0.1, 1);
        for (int i = 1; i < 7; i++) {
            double age = i / 7.0;
            b.colour(0x9A9080, 0.34 * (1 - age)).disc(truck - 70 - i * 16, 316 - i * 3, 12 + i * 4, 7 + i * 2);
        }
        b.colour(0x000000, 0.25).disc(truck, 326, 84, 8);
        b.colour(0x9C7C36).area(truck - 76, 262, truck + 30, 262, truck + 20, 310, truck - 66, 310);
        b.colour(0x7E6A48).area(truck - 70, 262, truck - 20, 246, truck + 26, 262);
        b.colour(0xB8934A).rounded(truck + 30, 266, 42, 46, 5);
        b.colour(0x2A323A).box(truck + 48, 272, 22, 16);
        for (int wheel : new int[] {-52, -22, 50}) {
            b.colour(0x22262A).disc(truck + wheel, 316, 13, 13);
            b.colour(0x7F868C).disc(truck + wheel, 316, 5, 5);
        }
        Figures.carSide(b, along(800, -160, loop, 0.5, 1), 354, 104, CARS[0], false);
    }

    static void square(Brush b, double loop) {
        Streets.skyline(b, 130, 15, 1.1);
        b.colour(0x8E9294).box(0, 126, 640, 234);
        b.colour(0x85898B);
        for (int i = 0; i < 9; i++) {
            double y = 130 + 230 * Math.pow(i / 9.0, 1.7);
            b.box(0, y, 640, 1.2);
            b.line(320 + (i - 4) * 22, 128, 320 + (i - 4) * 190, 360, 1.2);
        }
        for (int i = 0; i < 6; i++) {
            Figures.tree(b, 40 + i * 112, 146, 60, Math.sin(loop * 4 * Math.PI + i));
        }
        b.colour(0x6D757B).disc(320, 222, 108, 30);
        b.colour(0x5E7F90).disc(320, 219, 98, 25);
        for (int i = 0; i < 3; i++) {
            double at = along(0, 1, loop, i / 3.0, 4);
            b.colour(0xB9CCD4, 0.6 * (1 - at)).ring(320, 219, 6 + 18 * at, 1.5);
        }
        for (int i = 0; i < 5; i++) {
            double height = 44 + 10 * Math.sin(loop * 8 * Math.PI + i);
            b.colour(0xC3D2D8, 0.75).line(300 + i * 10, 219, 300 + i * 10, 219 - height + Math.abs(i - 2) * 12, 3);
        }
        for (int i = 0; i < 14; i++) {
            double depth = 164 + i * 13.5;
            double size = 26 + (depth - 130) * 0.22;
            boolean right = i % 2 == 0;
            double x = along(right ? -30 : 670, right ? 670 : -30, loop, i * 0.381, 1);
            if (depth < 256 && Math.abs(x - 320) < 112) {
                continue;
            }
            Figures.person(b, x, depth, size, pick(CLOTHES, i), loop * (12 - i / 4) + i * 0.17);
        }
    }

    static void greenway(Brush b, double loop) {
        Streets.skyline(b, 116, 27, 1.05);
        b.colour(0x5B7480).box(0, 112, 640, 98);
        for (int i = 0; i < 22; i++) {
            double x = along(-60, 700, loop, i * 0.137, 1);
            b.colour(0x8BA1AB, 0.5).box(x, 120 + i * 37 % 84, 26 + i % 4 * 8, 1.6);
        }
        b.colour(0x6C737A).box(0, 96, 640, 18);
        for (int x : new int[] {90, 290, 490}) {
            b.colour(0x5F666D).box(x, 110, 26, 44);
        }
        for (int i = 0; i < 5; i++) {
            Figures.carSide(b, along(-50, 690, loop, i * 0.2, 1), 98, 36, pick(CARS, i), true);
        }
        b.colour(0x55664F).box(0, 206, 640, 60);
        b.colour(0x9A9D9D).box(0, 204, 640, 3);
        for (int x = 0; x < 640; x += 32) {
            b.box(x, 190, 3, 16);
        }
        b.box(0, 190, 640, 2.5);
        for (int i = 0; i < 7; i++) {
            Figures.tree(b, 20 + i * 102, 256, 96, Math.sin(loop * 4 * Math.PI + i * 1.3));
        }
        b.colour(0x7A5750).box(0, 262, 640, 66);
        b.colour(Streets.MARK).dashes(0, 296, 640, 296, 2, 22);
        b.colour(Streets.PAVING).box(0, 328, 640, 32);
        for (int i = 0; i < 3; i++) {
            Figures.rider(
                    b,
                    along(-60, 700, loop, i / 3.0 + 0.12, 1),
                    288,
                    66,
                    BIKES[i],
                    pick(CLOTHES, i),
                    loop * 10 + i * 0.4);
            Figures.rider(
                    b,
                    along(-80, 720, loop, i / 3.0 + 0.3, 1),
                    322,
                    76,
                    BIKES[i + 1],
                    pick(CLOTHES, i + 2),
                    loop * 11 + i * 0.3);
        }
        for (int i = 0; i < 2; i++) {
            Figures.person(b, along(680, -40, loop, i * 0.5, 1), 352, 72, pick(CLOTHES, i + 4), loop * 9 + i * 0.5);
        }
    }
}
