package org.yiping.console.ui.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Attachment;

/// Two photos that are looked at side by side (前后对比): the trouble, and the same place afterwards. One may be missing,
/// never both. Immutable; any thread.
record PhotoPair(@Nullable Attachment before, @Nullable Attachment after) {
    /// The photos after handling, and those of a check that came later: an earlier one verified the report.
    static List<Attachment> afterwards(List<Attachment> pictures) {
        Optional<Instant> first = pictures.stream()
                .filter(p -> p.phase().equals("after"))
                .map(Attachment::addedAt)
                .min(Instant::compareTo);
        return pictures.stream()
                .filter(p -> p.phase().equals("after")
                        || (p.phase().equals("check")
                                && first.filter(f -> !p.addedAt().isBefore(f)).isPresent()))
                .toList();
    }

    /// The pairs of a case in the order of its photos before. What was paired when it was taken stays together; what
    /// was not is laid beside what has none, in its order.
    static List<PhotoPair> of(List<Attachment> photos) {
        List<Attachment> pictures =
                photos.stream().filter(Attachment::showsPicture).toList();
        List<Attachment> afters = new ArrayList<>(afterwards(pictures));
        List<Attachment> befores =
                pictures.stream().filter(p -> !afters.contains(p)).toList();
        List<@Nullable Attachment> beside = new ArrayList<>();
        for (Attachment b : befores) {
            Attachment own = afters.stream()
                    .filter(a -> b.fileId().equals(a.pairOf()))
                    .findFirst()
                    .orElse(null);
            if (own != null) {
                afters.remove(own);
            }
            beside.add(own);
        }
        List<PhotoPair> pairs = new ArrayList<>();
        for (int i = 0; i < befores.size(); i++) {
            Attachment after = beside.get(i);
            pairs.add(new PhotoPair(
                    befores.get(i),
                    after != null ? after : isAlone(befores.get(i), afters) ? null : afters.removeFirst()));
        }
        afters.forEach(a -> pairs.add(new PhotoPair(null, a)));
        return pairs;
    }

    /// What a camera saw is nobody's picture of the trouble before it was handled.
    private static boolean isAlone(Attachment before, List<Attachment> afters) {
        return afters.isEmpty() || before.footage() != null;
    }

    boolean holds(String fileId) {
        return (before != null && before.fileId().equals(fileId))
                || (after != null && after.fileId().equals(fileId));
    }
}
