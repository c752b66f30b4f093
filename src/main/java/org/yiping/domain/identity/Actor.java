package org.yiping.domain.identity;

/// Who did something, in which post and at which seat. Immutable; any thread.
public record Actor(PersonId person, PostCode post, SeatId seat) {}
