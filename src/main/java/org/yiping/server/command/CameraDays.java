package org.yiping.server.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Meta;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// How long each camera showed a picture that moves, day by day (画面可用率): from what players saw and from when its own
/// source calls it offline. Any thread.
///
/// What a player saw counts until the next word, `HOLDS` at most, since it is said every minute; what nobody watched is
/// neither up nor down. Of seats that see differently the one counts whose word `CameraStates` takes. Kept as one small
/// document a day, written at most every minute: a platform killed in between loses that minute and no more. No journal
/// row, because 2,000 cameras say so every minute.
public final class CameraDays {
    /// How long what was seen is taken to last.
    static final Duration HOLDS = Duration.ofSeconds(90);

    private static final Duration WRITTEN_EVERY = Duration.ofSeconds(60);
    /// More cameras than any city has.
    public static final int MOST = 100_000;

    private static final String NAME = "camera-day-";
    /// In this order in the document; the number of faults comes last.
    private static final List<String> STATES =
            List.of(CameraStates.LIVE, CameraState.FROZEN, CameraState.DARK, CameraState.BLURRED, CameraStates.LOST);

    private final Meta meta;
    private final ZoneId zone;
    private final Map<LocalDate, Map<String, long[]>> days = new TreeMap<>();
    private final Map<CameraId, Word> words = new HashMap<>();
    private final Map<CameraId, Instant> down = new HashMap<>();
    /// Days whose document is behind.
    private final Set<LocalDate> changed = new HashSet<>();

    private Instant writtenAt = Instant.EPOCH;

    private record Word(String state, Instant at) {}

    private record Kept(Map<String, List<Long>> cameras) {}

    /// Of one camera on one day, in seconds; `faults` is how often a moving picture ended.
    public record Tally(CameraId camera, long live, long frozen, long dark, long blurred, long lost, long faults) {}

    /// Those in `rows` whose source calls them offline are so since they say.
    public CameraDays(Meta meta, ZoneId zone, Rows rows) {
        this.meta = meta;
        this.zone = zone;
        rows.page(Kinds.CAMERA, CaseFilter.ALL, Reach.CITY, 0, MOST).forEach(this::look);
    }

    /// A player's word that counts.
    synchronized void seen(CameraId camera, String state, Instant at) {
        Word before = words.get(camera);
        if (before != null && at.isBefore(before.at())) {
            return; // two seats' words that overtook each other
        }
        if (before != null) {
            credit(camera, before.state(), before.at(), earlier(at, before.at().plus(HOLDS)));
            if (before.state().equals(CameraStates.LIVE) && !state.equals(CameraStates.LIVE)) {
                LocalDate day = LocalDate.ofInstant(at, zone);
                tally(day, camera)[STATES.size()]++;
                changed.add(day);
            }
        }
        words.put(camera, new Word(state, at));
        if (Duration.between(writtenAt, at).compareTo(WRITTEN_EVERY) >= 0) {
            writtenAt = at;
            write();
        }
    }

    /// Writes what was not written yet.
    public synchronized void close() {
        write();
    }

    /// Never while a change is being followed: two thousand cameras come back at once, and commands wait meanwhile.
    private void write() {
        List.copyOf(changed).forEach(this::write);
    }

    /// What was written into cameras' rows; a source that has its camera back ends the time it was away.
    public void follow(List<Entry> entries) {
        for (Entry e : entries) {
            if (e.change().kind().equals(Kinds.CAMERA)) {
                came(e);
            }
        }
    }

    private synchronized void came(Entry e) {
        CameraId id = new CameraId(e.change().id());
        CameraState state =
                Json.mapper().readValue(e.change().content(), Camera.class).state();
        Instant since = down.remove(id);
        if (since != null) {
            credit(id, CameraStates.LOST, since, e.at());
        }
        if (away(state)) {
            down.put(id, e.at());
        }
    }

    private void look(Row row) {
        CameraState state = Json.mapper().readValue(row.content(), Camera.class).state();
        if (away(state) && state.since() != null) {
            down.put(new CameraId(row.id()), state.since());
        }
    }

    /// By its source's word; what players find missing is counted by theirs.
    private static boolean away(CameraState state) {
        return !state.worthTrying();
    }

    /// Those cameras of which anything is known on that day, up to now.
    public synchronized List<Tally> of(LocalDate day, Set<CameraId> wanted, Instant now) {
        List<Tally> all = new ArrayList<>();
        for (CameraId id : wanted) {
            long[] kept = day(day).get(id.value());
            long[] ms = kept == null ? new long[STATES.size() + 1] : kept.clone();
            Word word = words.get(id);
            if (word != null) {
                ms[STATES.indexOf(word.state())] +=
                        within(day, word.at(), earlier(now, word.at().plus(HOLDS)));
            }
            Instant since = down.get(id);
            if (since != null) {
                ms[STATES.indexOf(CameraStates.LOST)] += within(day, since, now);
            }
            Tally tally = new Tally(
                    id, ms[0] / 1_000, ms[1] / 1_000, ms[2] / 1_000, ms[3] / 1_000, ms[4] / 1_000, ms[STATES.size()]);
            if (tally.live() + tally.frozen() + tally.dark() + tally.blurred() + tally.lost() > 0) {
                all.add(tally);
            }
        }
        return all;
    }

    /// Over midnight each day gets its part.
    private void credit(CameraId camera, String state, Instant from, Instant until) {
        LocalDate last = LocalDate.ofInstant(until, zone);
        for (LocalDate day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
            long part = within(day, from, until);
            if (part > 0) {
                tally(day, camera)[STATES.indexOf(state)] += part;
                changed.add(day);
            }
        }
    }

    private long within(LocalDate day, Instant from, Instant until) {
        Instant begins = day.atStartOfDay(zone).toInstant();
        Instant ends = day.plusDays(1).atStartOfDay(zone).toInstant();
        Instant a = from.isBefore(begins) ? begins : from;
        Instant b = earlier(until, ends);
        return Math.max(0, Duration.between(a, b).toMillis());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private long[] tally(LocalDate day, CameraId camera) {
        return day(day).computeIfAbsent(camera.value(), _ -> new long[STATES.size() + 1]);
    }

    /// Two days are held; older ones are read when they are asked for.
    private Map<String, long[]> day(LocalDate day) {
        Map<String, long[]> known = days.get(day);
        if (known == null) {
            known = read(meta.get(NAME + day).orElse(null));
            days.put(day, known);
            while (days.size() > 2) {
                LocalDate oldest = days.keySet().stream()
                        .filter(d -> !d.equals(day))
                        .findFirst()
                        .orElseThrow();
                write(oldest);
                days.remove(oldest);
            }
        }
        return known;
    }

    private static Map<String, long[]> read(@Nullable String text) {
        Map<String, long[]> all = new HashMap<>();
        if (text != null) {
            Json.mapper().readValue(text, Kept.class).cameras().forEach((id, ms) -> {
                long[] tally = new long[STATES.size() + 1];
                for (int i = 0; i < Math.min(tally.length, ms.size()); i++) {
                    tally[i] = ms.get(i);
                }
                all.put(id, tally);
            });
        }
        return all;
    }

    private void write(LocalDate day) {
        Map<String, List<Long>> all = new TreeMap<>();
        day(day).forEach((id, ms) -> all.put(id, Arrays.stream(ms).boxed().toList()));
        if (!all.isEmpty()) {
            meta.set(NAME + day, Json.mapper().writeValueAsString(new Kept(all)));
        }
        changed.remove(day);
    }
}
