package org.yiping.domain.inspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.Wilson;

/// What an inspection comes to, 0 to 100, as far as it is known. `total` is the dimensions' mean by their
/// weights, of which `known` is the share that has a mark; it is absent where none has. Immutable; any thread.
///
/// In a dimension a stratum counts by its size: a point speaks for so many as there are in its stratum for each
/// one marked. What nobody has marked is unknown and left out of the mark, never taken for zero or full;
/// `unknown` is the share of the frame it stands for. The interval is Wilson's of a share over Kish's effective
/// number of points, (Σw)²/Σw²: marks between 0 and 1 spread no more than yes and no with the same mean do, so
/// it is never too narrow.
public record InspectionScore(
        List<Part> parts, @Nullable Double total, double known, int points, int done, int replies) {
    public InspectionScore {
        parts = List.copyOf(parts);
    }

    /// A dimension: `of` points or answers have a mark.
    public record Part(
            String dimension,
            double weight,
            @Nullable Double score,
            @Nullable Double lower,
            @Nullable Double upper,
            int of,
            double unknown,
            boolean small) {}

    /// A stratum as far as one dimension is marked in it.
    private static final class Layer {
        private final InspectionPlan.Stratum stratum;
        private int marked;
        private double sum;

        Layer(InspectionPlan.Stratum stratum) {
            this.stratum = stratum;
        }

        double each() {
            return (double) stratum.size() / marked;
        }
    }

    /// `points` are the draw's; a card that is not done says nothing yet.
    public static InspectionScore of(
            InspectionPlan plan, List<SamplePoint> points, List<InspectionCard> cards, List<InspectionReply> replies) {
        List<InspectionCard> done = cards.stream().filter(c -> c.sheet().done()).toList();
        List<Part> parts = plan.set().dimensions().stream()
                .map(d -> d.survey() ? survey(plan.set(), d, replies) : field(plan, d, points, done))
                .toList();
        double all = plan.set().dimensions().stream()
                .mapToDouble(InspectionSet.Dimension::weight)
                .sum();
        double got = 0;
        double weights = 0;
        for (Part part : parts) {
            if (part.score() != null) {
                got += part.weight() * part.score();
                weights += part.weight();
            }
        }
        return new InspectionScore(
                parts, weights == 0 ? null : got / weights, weights / all, points.size(), done.size(), replies.size());
    }

    private static Part field(
            InspectionPlan plan,
            InspectionSet.Dimension dimension,
            List<SamplePoint> points,
            List<InspectionCard> done) {
        InspectionSet set = plan.set();
        Map<String, Layer> layers = new HashMap<>();
        double frame = 0;
        double missing = 0;
        for (InspectionPlan.Stratum s : plan.strata()) {
            // kinds without an item of this dimension say nothing about it and are no gap in it
            if (set.checklist(s.kind()).stream().noneMatch(i -> i.dimension().equals(dimension.code()))) {
                continue;
            }
            frame += s.size();
            if (s.drawn() > 0) {
                layers.put(key(s.kind(), s.area().value()), new Layer(s));
            } else {
                missing += s.size(); // few points were drawn from many places: of these nothing is known
            }
        }
        for (InspectionCard card : done) {
            SamplePoint point = points.get(card.place());
            Layer layer = layers.get(key(point.kind(), point.area().value()));
            OptionalDouble share = card.sheet().share(set, point.kind(), dimension.code());
            if (layer != null && share.isPresent()) {
                layer.marked++;
                layer.sum += share.getAsDouble();
            }
        }
        double sum = 0;
        double weight = 0;
        double squares = 0;
        int of = 0;
        for (InspectionPlan.Stratum s : plan.strata()) { // in this order, so that a sum is the same to the last bit
            Layer layer = layers.get(key(s.kind(), s.area().value()));
            if (layer == null) {
                continue;
            }
            missing += s.size() * (1 - (double) layer.marked / s.drawn());
            if (layer.marked > 0) {
                of += layer.marked;
                sum += layer.each() * layer.sum;
                weight += s.size();
                squares += layer.each() * layer.each() * layer.marked;
            }
        }
        double unknown = frame == 0 ? 1 : missing / frame;
        return of == 0
                ? none(dimension)
                : part(dimension, sum / weight, new Sample(of, weight * weight / squares), unknown, set.small());
    }

    private static Part survey(InspectionSet set, InspectionSet.Dimension dimension, List<InspectionReply> replies) {
        List<Double> shares = new ArrayList<>();
        replies.forEach(r -> r.form().share(set, dimension.code()).ifPresent(shares::add));
        if (shares.isEmpty()) {
            return none(dimension);
        }
        double mean = shares.stream().mapToDouble(s -> s).sum() / shares.size();
        double unknown = 1 - (double) shares.size() / replies.size();
        return part(dimension, mean, new Sample(shares.size(), shares.size()), unknown, set.small());
    }

    /// How many were marked, and for how many that counts.
    private record Sample(int of, double effective) {}

    private static Part part(
            InspectionSet.Dimension dimension, double share, Sample sample, double unknown, int small) {
        Wilson interval = Wilson.around(Math.clamp(share, 0, 1), sample.effective());
        return new Part(
                dimension.code(),
                dimension.weight(),
                100 * share,
                100 * interval.lower(),
                100 * interval.upper(),
                sample.of(),
                unknown,
                sample.of() < small);
    }

    private static Part none(InspectionSet.Dimension dimension) {
        return new Part(dimension.code(), dimension.weight(), null, null, null, 0, 1, true);
    }

    private static String key(String kind, String area) {
        return kind + " " + area;
    }
}
