package org.yiping.domain.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.PersonId;

/// Something asked for that others decide: an extension, a return, a suspension, a void (申请). `origin` is the
/// state it was asked in, where the case goes back to. A suspension keeps it while it lasts: it runs through
/// `until`, and `resumesAt` is that day's end in the city's zone. Immutable; any thread.
public record Request(
        StateCode origin,
        PersonId by,
        Instant at,
        @Nullable Integer hours,
        @Nullable LocalDate until,
        @Nullable Instant resumesAt) {}
