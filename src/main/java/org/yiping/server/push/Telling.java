package org.yiping.server.push;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.yiping.server.access.Masking;
import org.yiping.server.data.Entry;

/// The last changes as they stand in frames, written and masked once for all who see them alike: hundreds of listeners
/// read the same row. Any thread; two that come at once both write, which is harmless.
final class Telling {
    /// Half a second of the busiest hour; who is further behind has it written anew.
    private static final int KEPT = 1024;

    private final Map<Masking, AtomicReferenceArray<Told>> byMasking = new ConcurrentHashMap<>();

    private record Told(long revision, Sight.Seen seen) {}

    Sight.Seen of(Entry entry, Masking masking) {
        String kind = entry.change().kind();
        String content = entry.change().content();
        AtomicReferenceArray<Told> ring =
                byMasking.computeIfAbsent(masking.sharedFor(kind, content), m -> new AtomicReferenceArray<>(KEPT));
        int place = (int) (entry.revision() % KEPT);
        Told told = ring.get(place);
        if (told != null && told.revision() == entry.revision()) {
            return told.seen();
        }
        Sight.Seen seen = Sight.Seen.of(
                kind,
                entry.change().id(),
                masking.mask(kind, content),
                entry.origin().commandId());
        ring.set(place, new Told(entry.revision(), seen));
        return seen;
    }
}
