package org.yiping.domain.kpi;

import java.util.Optional;

/// The interval in which a share lies with 95 % confidence, after a sample of `size` of which `hits` had it.
/// Wilson's score interval: E. B. Wilson, "Probable inference, the law of succession, and statistical
/// inference", Journal of the American Statistical Association 22 (1927), pages 209–212. It does not leave [0,
/// 1] and holds for small samples and shares near one, where the usual ± does not. That the sample was drawn
/// without putting back from a finite number of cases is left out of account: the true interval is never wider.
/// Immutable; any thread.
public record Wilson(double lower, double upper) {
    /// The normal distribution's quantile for 97.5 %.
    private static final double Z = 1.959963984540054;

    /// Empty for an empty sample: of nothing nothing is known.
    public static Optional<Wilson> of(long hits, long size) {
        if (size <= 0 || hits < 0 || hits > size) {
            return Optional.empty();
        }
        return Optional.of(around((double) hits / size, (double) size));
    }

    /// The same around a share that is no count of hits: the mean of marks between 0 and 1 of so many, where a
    /// weighted sample counts for `size`, above 0. Such marks spread no more than hits and misses with that
    /// mean would (Bhatia and Davis, "A Better Bound on the Variance", The American Mathematical Monthly 107
    /// (2000), pages 353–357), so the interval is never too narrow for them.
    public static Wilson around(double share, double size) {
        double zz = Z * Z;
        double middle = share + zz / (2 * size);
        double wide = Z * Math.sqrt(share * (1 - share) / size + zz / (4.0 * size * size));
        double by = 1 + zz / size;
        double lower = share == 0 ? 0 : Math.max(0, (middle - wide) / by);
        double upper = share == 1 ? 1 : Math.min(1, (middle + wide) / by);
        return new Wilson(lower, upper);
    }
}
