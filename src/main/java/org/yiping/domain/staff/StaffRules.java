package org.yiping.domain.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yiping.domain.identity.PostCode;

/// By which limits and weights the work of people in the field is judged (一网联考): one version of the city's
/// data, in force from a day on. `sample` says that the numbers are examples and nobody's standard. Judged
/// are people in `posts`, and units of the kinds `units` that are no people. `onDuty` names by what somebody
/// counts as on duty: the first of roster, sign, track that knows something of the day. Immutable; any
/// thread.
public record StaffRules(
        String version,
        LocalDate from,
        boolean sample,
        List<PostCode> posts,
        List<String> units,
        List<String> onDuty,
        Track track,
        Coverage coverage,
        Call rollCall,
        Score score) {
    public static final String ROSTER = "roster";
    public static final String SIGN = "sign";
    public static final String TRACK = "track";

    public StaffRules {
        posts = List.copyOf(posts);
        units = List.copyOf(units);
        onDuty = List.copyOf(onDuty);
    }

    /// What a track says. Between two fixes more than `gapMinutes` apart, or that would need more than
    /// `fastestKmh`, nothing is known. Somebody idles who stays within `idleMetres` for `idleMinutes` or
    /// longer, and is off the grid who is outside for `offGridMinutes` or longer. Of live fixes one each
    /// `keptSeconds` is kept.
    public record Track(
            int gapMinutes,
            double fastestKmh,
            int idleMinutes,
            double idleMetres,
            int offGridMinutes,
            int keptSeconds) {}

    /// Which share of the duty grid a track passed within `reachMetres`. Method `streets` cuts the streets in the
    /// grid into pieces of `stepMetres`; `squares`, and a grid without streets, cut the ground into squares of
    /// that side.
    public record Coverage(String method, double stepMetres, double reachMetres) {
        public static final String STREETS = "streets";
        public static final String SQUARES = "squares";
    }

    /// A roll-call (点名): whoever is drawn has `answerMinutes` to answer with a position; who has not been
    /// heard of for `reachedMinutes` before it may not have got it, which is no failure to answer.
    public record Call(int answerMinutes, int largest, int reachedMinutes) {}

    /// A score from 0 to 100 by weights of what is known; without `least` of the weights being known there is
    /// none.
    public record Score(double least, List<Weight> weights) {
        public Score {
            weights = List.copyOf(weights);
        }
    }

    public record Weight(Indicator indicator, double weight) {}

    /// What is wrong with it in words, empty where nothing is.
    public Optional<String> fault() {
        if (posts.isEmpty()) {
            return Optional.of("posts: nobody is judged");
        }
        if (!Set.of(ROSTER, SIGN, TRACK).containsAll(onDuty) || onDuty.isEmpty()) {
            return Optional.of("onDuty: known are roster, sign, track");
        }
        if (track.gapMinutes < 1
                || track.fastestKmh <= 0
                || track.idleMinutes < 1
                || track.idleMetres <= 0
                || track.offGridMinutes < 1
                || track.keptSeconds < 1) {
            return Optional.of("track: every limit is above zero");
        }
        if (!Set.of(Coverage.STREETS, Coverage.SQUARES).contains(coverage.method)) {
            return Optional.of("coverage.method: known are streets, squares");
        }
        if (coverage.stepMetres < 5 || coverage.reachMetres < 1 || coverage.reachMetres > 500) {
            return Optional.of("coverage: stepMetres from 5 on, reachMetres from 1 to 500");
        }
        if (rollCall.answerMinutes < 1 || rollCall.largest < 1 || rollCall.reachedMinutes < 1) {
            return Optional.of("rollCall: every limit is above zero");
        }
        boolean weighed = !score.weights.isEmpty() && score.weights.stream().allMatch(w -> w.weight > 0);
        return weighed && score.least >= 0 && score.least <= 1
                ? Optional.empty()
                : Optional.of("score: weights above zero, least from 0 to 1");
    }
}
