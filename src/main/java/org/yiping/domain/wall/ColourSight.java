package org.yiping.domain.wall;

/// How somebody sees who lacks one kind of cones: about one man in twelve sees red and green much alike. Stateless; any
/// thread.
///
/// G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
/// Deficiency", IEEE TVCG 15 (6), 2009: the matrices for severity 1.0, applied to linear light. The design's colours
/// were checked by the same (design §2).
public enum ColourSight {
    FULL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998);

    @SuppressWarnings("ImmutableEnumChecker") // nobody writes it
    private final double[] m;

    ColourSight(double... rows) {
        m = rows;
    }

    /// The colour as it is seen; what stands above the lower 24 bits stays.
    public int seen(int argb) {
        double r = Contrast.linear((argb >> 16) & 0xFF);
        double g = Contrast.linear((argb >> 8) & 0xFF);
        double b = Contrast.linear(argb & 0xFF);
        return (argb & 0xFF000000)
                | (Contrast.encoded(m[0] * r + m[1] * g + m[2] * b) << 16)
                | (Contrast.encoded(m[3] * r + m[4] * g + m[5] * b) << 8)
                | Contrast.encoded(m[6] * r + m[7] * g + m[8] * b);
    }
}
