package org.yiping.domain.wall;

/// What a reader makes out at a distance. Stateless; any thread.
///
/// A letter is as large as the angle it is seen under: `angle = 2 · atan(height / (2 · distance))`, in minutes of arc.
/// ISO 9241-3 wants 20 to 22 minutes for what is read and never less than 16; the design takes 20. A letter is lower
/// than its type size: ideographs of Noto fill 0.92 of it, digits 0.733 (design §3).
public final class Sight {
    /// Minutes of arc of what is read.
    public static final double READ = 20;
    /// Below this nobody reads with ease.
    public static final double LEAST = 16;
    /// What an eye of full acuity still tells apart.
    public static final double DETAIL = 1;

    public static final double IDEOGRAPH = 0.92;
    public static final double DIGIT = 0.733;

    private static final double MINUTES = Math.toDegrees(1) * 60;

    private Sight() {}

    /// Minutes of arc under which a height is seen; both in one unit.
    public static double minutes(double height, double distance) {
        return 2 * Math.atan(height / (2 * distance)) * MINUTES;
    }

    /// How high something must be to be seen under so many minutes of arc; in the unit of the distance.
    public static double height(double minutes, double distance) {
        return 2 * distance * Math.tan(minutes / MINUTES / 2);
    }
}
