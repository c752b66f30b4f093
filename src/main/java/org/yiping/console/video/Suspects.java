package org.yiping.console.video;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which streams a decoder may have died of. A stream that had not brought a picture when its decoder died is suspected
/// at once, one that had when that happens to it again: a decoder that somebody killed makes none of its streams
/// suspicious. The suspected are set apart from all others in a quarter of their number, so that of sixteen the second
/// death finds the one, which is tried alone from then on. One thread at a time.
final class Suspects {
    private static final int PARTS = 4;
    /// More than any hall has; whoever is forgotten is found again.
    private static final int MOST = 5_000;

    private final Map<String, Integer> strikes = new HashMap<>();
    private final Map<String, Integer> together = new HashMap<>();

    /// The streams of a decoder that died unasked.
    void died(List<ChildDecoder> members) {
        if (strikes.size() > MOST) {
            strikes.clear();
            together.clear();
        }
        members.forEach(m -> strikes.merge(m.url(), m.hasShown() ? 1 : 2, Integer::sum));
        List<String> suspected = members.stream()
                .map(ChildDecoder::url)
                .filter(url -> strikes.getOrDefault(url, 0) >= 2)
                .distinct()
                .toList();
        int most = Math.max(1, suspected.size() / PARTS);
        suspected.forEach(url -> together.merge(url, most, Math::min));
    }

    /// It is none.
    void lived(String url) {
        strikes.remove(url);
        together.remove(url);
    }

    /// How many may be in its decoder: all there is room for, unless it is suspected.
    int most(String url, int room) {
        return Math.min(room, together.getOrDefault(url, room));
    }
}
