package org.yiping.domain.assessment;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.kpi.KpiCode;

/// What one kind of object is judged by: figures, their weights and scales (评价方案). `source` says in words whose scheme
/// it follows. `level` is of areas, `post` the post whose people are compared. Of an object of which less than
/// `leastKnown` percent of the weight is known no score is given; above that the unknown weight is left out and the
/// rest counts as the whole. Fewer than `few` cases are marked as few. Immutable; any thread.
public record Scheme(
        String code,
        ObjectKind kind,
        @Nullable String level,
        @Nullable PostCode post,
        String name,
        String nameEnglish,
        String source,
        int leastKnown,
        int few,
        List<Indicator> indicators) {
    private static final int MOST = 30;

    /// A figure of the city with its weight.
    public record Indicator(KpiCode figure, int weight, Scale scale) {
        public Indicator {
            Objects.requireNonNull(figure, "figure");
            Objects.requireNonNull(scale, "scale");
        }
    }

    public Scheme {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(nameEnglish, "nameEnglish");
        Objects.requireNonNull(source, "source");
        indicators = List.copyOf(indicators);
    }

    /// What is wrong with it, in words.
    Optional<String> fault() {
        if (indicators.isEmpty() || indicators.size() > MOST) {
            return Optional.of("one to " + MOST + " indicators");
        }
        if (indicators.stream().mapToInt(Indicator::weight).sum() != 100) {
            return Optional.of("the weights do not make 100");
        }
        if (leastKnown < 1 || leastKnown > 100) {
            return Optional.of("leastKnown is 1 to 100");
        }
        if ((kind == ObjectKind.AREA) != (level != null) || (kind == ObjectKind.POST) != (post != null)) {
            return Optional.of("a level for areas, a post for posts, neither for departments");
        }
        Set<KpiCode> known = new HashSet<>();
        for (Indicator i : indicators) {
            if (!known.add(i.figure())) {
                return Optional.of(i.figure().value() + " twice");
            }
            if (i.weight() < 1) {
                return Optional.of(i.figure().value() + " without weight");
            }
            Optional<String> wrong = i.scale().fault();
            if (wrong.isPresent()) {
                return Optional.of(i.figure().value() + ": " + wrong.get());
            }
        }
        return Optional.empty();
    }
}
