package org.yiping.golden;

import java.time.Duration;
import java.util.Locale;

/// How a city is doing while its panels are looked at. `age` is how long ago the platform was last heard of.
enum Condition {
    /// Nothing has been reported and no figure has come: unknown must not look like zero.
    EMPTY(0, Duration.ZERO),
    /// An ordinary morning.
    NORMAL(120, Duration.ZERO),
    /// Many cases at once, notices, commands on their way.
    STORM(1500, Duration.ZERO),
    /// The link is there, but nothing has come for longer than promised.
    STALE(120, Duration.ofSeconds(95)),
    /// No link: what the cache has, and commands that wait.
    OFFLINE(120, Duration.ofMinutes(17));

    final int cases;
    final Duration age;

    Condition(int cases, Duration age) {
        this.cases = cases;
        this.age = age;
    }

    boolean fresh() {
        return age.isZero();
    }

    /// Its part of a picture's name.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
