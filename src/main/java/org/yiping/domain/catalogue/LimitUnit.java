package org.yiping.domain.catalogue;

/// How a limit runs (domain.md 2.9): urgent hours and days are continuous, working hours and days run inside the
/// city's working time only; one working day is as many working hours as the calendar's full day has.
public enum LimitUnit {
    UH,
    UD,
    WH,
    WD
}
