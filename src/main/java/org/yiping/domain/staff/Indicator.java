package org.yiping.domain.staff;

/// What a score is made of, each a share from 0 to 1 of which more is better. Immutable; any thread.
public enum Indicator {
    /// Time signed in, of the time the roster asks for.
    ATTENDANCE,
    /// Of the duty grid, what the track passed.
    COVERAGE,
    /// Time not spent idle, of the time the track tells of.
    ACTIVE,
    /// Time in the own grid, of the time the track tells of.
    ON_GRID,
    /// Valid reports of those made.
    VALID,
    /// One less what the public had to report, of what was filed in the own grid.
    FOUND,
    /// Roll-calls answered in time, of those drawn that reached the person.
    ANSWERED
}
