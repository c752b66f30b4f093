package org.yiping.console.ui.wall;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Words;
import org.yiping.domain.wall.Placement;

/// What the wall's strip says of what stands there for a while: the scene that was chosen at the wall, and over the
/// scene who sent the newest; and when each goes (投送).
/// Stateless.
final class SentWords {
    private SentWords() {}

    /// Empty while nothing does; a hand at the wall first, because nobody else sees it.
    static String line(
            Programme.@Nullable Hand hand, List<Placement> sent, Words words, Messages messages, Instant now) {
        String line = line(sent, words, messages, now);
        if (hand == null) {
            return line;
        }
        String chosen = messages.get(
                "wall.by-hand", hand.scene().title().in(messages.locale().get()), words.moment(hand.until(), now));
        return line.isEmpty() ? chosen : chosen + " · " + line;
    }

    private static String line(List<Placement> sent, Words words, Messages messages, Instant now) {
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
