package org.yiping.domain.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The alarms of one seat within a window of time, held against what a person can bear (告警负荷). One thread.
///
/// ISA-18.2 calls more than ten alarms in ten minutes for one operator a flood. In a flood look-alikes are one card, so
/// that what is different is seen.
public final class AlarmLoad {
    public static final Duration WINDOW = Duration.ofMinutes(10);
    public static final int MOST = 10;

    private final Duration window;
    private final int most;
    private final Deque<Alarm> alarms = new ArrayDeque<>();

    /// Alarms that look alike, the first one first; a card of one is that alarm.
    public record Card(List<Alarm> alarms) {
        public Card {
            alarms = List.copyOf(alarms);
        }

        public Alarm first() {
            return alarms.getFirst();
        }

        public int size() {
            return alarms.size();
        }
    }

    public AlarmLoad(Duration window, int most) {
        this.window = window;
        this.most = most;
    }

    public void add(Alarm alarm) {
        alarms.addLast(alarm);
    }

    /// How many came in the window that ends now.
    public int count(Instant now) {
        while (!alarms.isEmpty() && !alarms.getFirst().at().isAfter(now.minus(window))) {
            alarms.removeFirst();
        }
        return alarms.size();
    }

    public boolean flood(Instant now) {
        return count(now) > most;
    }

    public int most() {
        return most;
    }

    /// What came in the window: in a flood look-alikes folded, else one card each; oldest first.
    public List<Card> cards(Instant now) {
        boolean fold = flood(now);
        List<List<Alarm>> folded = new ArrayList<>();
        for (Alarm alarm : alarms) {
            List<Alarm> alike = fold
                    ? folded.stream()
                            .filter(c -> c.getFirst().looksLike(alarm))
                            .findFirst()
                            .orElse(null)
                    : null;
            if (alike == null) {
                folded.add(new ArrayList<>(List.of(alarm)));
            } else {
                alike.add(alarm);
            }
        }
        return folded.stream().map(Card::new).toList();
    }
}
