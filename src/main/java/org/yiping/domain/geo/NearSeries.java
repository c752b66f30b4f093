package org.yiping.domain.geo;

import java.util.function.DoubleBinaryOperator;

/// A smooth function of two numbers, `u` from -1 to 1 and `w` from 0 to 1, as the polynomial that meets it at
/// Chebyshev's nodes (近域多项式): seventh power in `u` and third in `w`, which is a twentieth of the time that sines and
/// logarithms take. How well it serves is for its maker to check. Immutable; any thread.
final class NearSeries {
    private static final int POWERS_U = 8;
    private static final int POWERS_W = 4;

    /// Of each power of `w` those of `u`, the lowest first.
    private final double[] factors;

    private NearSeries(double... factors) {
        this.factors = factors;
    }

    static NearSeries of(DoubleBinaryOperator function) {
        double[] us = new double[POWERS_U];
        for (int k = 0; k < us.length; k++) {
            us[k] = Math.cos(Math.PI * (k + 0.5) / us.length);
        }
        double[] ws = new double[POWERS_W];
        for (int k = 0; k < ws.length; k++) {
            ws[k] = (1 + Math.cos(Math.PI * (k + 0.5) / ws.length)) / 2;
        }
        double[] factors = new double[POWERS_W * POWERS_U];
        for (int l = 0; l < ws.length; l++) {
            double[] alongW = oneAt(ws, l);
            for (int k = 0; k < us.length; k++) {
                double value = function.applyAsDouble(us[k], ws[l]);
                double[] alongU = oneAt(us, k);
                for (int at = 0; at < factors.length; at++) {
                    factors[at] += value * alongW[at / POWERS_U] * alongU[at % POWERS_U];
                }
            }
        }
        return new NearSeries(factors);
    }

    /// The polynomial that is one at the chosen node and zero at all others, by its powers.
    private static double[] oneAt(double[] nodes, int chosen) {
        double[] powers = new double[nodes.length];
        powers[0] = 1;
        for (int m = 0; m < nodes.length; m++) {
            if (m != chosen) {
                double over = nodes[chosen] - nodes[m];
                for (int i = nodes.length - 1; i >= 0; i--) {
                    powers[i] = ((i > 0 ? powers[i - 1] : 0) - nodes[m] * powers[i]) / over;
                }
            }
        }
        return powers;
    }

    /// The same, and nothing at the origin.
    NearSeries fromOrigin() {
        double[] moved = factors.clone();
        moved[0] = 0;
        return new NearSeries(moved);
    }

    double at(double u, double w) {
        double[] f = factors;
        double sum = 0;
        for (int from = (POWERS_W - 1) * POWERS_U; from >= 0; from -= POWERS_U) {
            double row = f[from + 7];
            row = row * u + f[from + 6];
            row = row * u + f[from + 5];
            row = row * u + f[from + 4];
            row = row * u + f[from + 3];
            row = row * u + f[from + 2];
            row = row * u + f[from + 1];
            row = row * u + f[from];
            sum = sum * w + row;
        }
        return sum;
    }
}
