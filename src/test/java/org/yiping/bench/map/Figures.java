package org.yiping.bench.map;

import java.util.Arrays;
import java.util.Locale;

/// How programs of a bench tell their figures: `row NAME VALUE` a line, other words beside. Stateless; any thread.
public final class Figures {
    private static final String ROW = "row ";

    private Figures() {}

    public static void row(String name, double value) {
        System.out.printf(Locale.ROOT, ROW + "%s %.4f%n", name, value);
    }

    static void say(String words, Object... values) {
        System.out.printf(Locale.ROOT, words + "%n", values);
    }

    /// What a program told, or nothing where the line tells no figure.
    public static boolean isRow(String line) {
        return line.startsWith(ROW);
    }

    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    /// The median of what each round's two came to, divided: both were measured in the same second.
    static double ratio(double[] over, double[] under) {
        double[] ratios = new double[over.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = over[i] / under[i];
        }
        return median(ratios);
    }

    static double millis(Runnable work) {
        long from = System.nanoTime();
        work.run();
        return (System.nanoTime() - from) / 1e6;
    }
}
