package org.yiping.domain;

/// What every id is: one opaque string in a record of its own, so that a department is never passed for a person.
/// On the wire an id is that string alone. Open codes (states, sources, classes) are ids too: a console shows one
/// it does not know as 未知 with its code. Immutable; any thread.
public interface Id {
    String value();

    /// The check every id's compact constructor makes.
    static String check(String value) {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("an id has 1 to 64 characters");
        }
        return value;
    }
}
