package org.yiping.console.ui.wall;

import java.time.Instant;
import java.util.List;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Words;
import org.yiping.domain.wall.Placement;

/// What the wall's strip says of what stands over its scene: who sent the newest and when it goes (投送).
/// Stateless.
final class SentWords {
    private SentWords() {}

    /// Empty while nothing does.
    static String line(List<Placement> sent, Words words, Messages messages, Instant now) {
        if (sent.isEmpty()) {
            return "";
        }
        Placement newest = sent.getLast();
        String what = newest.alarm() == null
                ? messages.get(
                        "desk.strip-sent",
                        words.post(newest.by().post()),
                        newest.order().reason())
                : messages.get("desk.strip-alarm", newest.order().reason());
        Instant until = newest.until();
        String end = until == null ? "" : messages.get("desk.strip-until", words.moment(until, now));
        String more = sent.size() == 1 ? "" : messages.get("desk.strip-more", sent.size() - 1);
        return what + end + more;
    }
}
