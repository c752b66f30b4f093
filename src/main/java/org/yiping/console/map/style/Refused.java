package org.yiping.console.map.style;

import java.util.List;

/// Ends the reading of a style at its first fault; never leaves [StyleReader].
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    final transient Located.Place place;
    final StyleFault.Reason reason;
    final transient List<String> words;

    Refused(Located.Place place, StyleFault.Reason reason, String... words) {
        super(reason.name(), null, false, false);
        this.place = place;
        this.reason = reason;
        this.words = List.of(words);
    }
}
