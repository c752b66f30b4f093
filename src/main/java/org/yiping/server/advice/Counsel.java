package org.yiping.server.advice;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.advice.AdviceRules;
import org.yiping.domain.advice.DepartmentAdvice;
import org.yiping.domain.advice.DutyGrid;
import org.yiping.domain.advice.Gazetteer;
import org.yiping.domain.advice.Past;
import org.yiping.domain.advice.PlaceCandidate;
import org.yiping.domain.advice.Recommendation;
import org.yiping.domain.advice.RecurringPlace;
import org.yiping.domain.advice.Sighting;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.Position;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Vicinity;

/// What the platform proposes (辅助决策): one place that routes and the writer ask, so that what was shown and what is
/// written down are of one mind. Any thread.
///
/// Components and names are read while the server already answers; who asks for them first waits.
public final class Counsel {
    private final AdviceRules rules;
    private final Vicinity vicinity;
    private final CompletableFuture<DepartmentAdvice> departments;
    private final CompletableFuture<Gazetteer> gazetteer;

    public Counsel(
            AdviceRules rules,
            Vicinity vicinity,
            CompletableFuture<DepartmentAdvice> departments,
            CompletableFuture<Gazetteer> gazetteer) {
        this.rules = rules;
        this.vicinity = vicinity;
        this.departments = departments;
        this.gazetteer = gazetteer;
    }

    /// A case of the same class near by, with how far it is and how long before or after it was reported.
    public record Duplicate(CaseId id, double metres, Duration apart) {}

    public Recommendation recommend(Case c, Instant now) {
        return vicinity.past(past -> recommend(c, past, now));
    }

    /// For who has a connection already.
    public Recommendation recommend(Case c, Past past, Instant now) {
        return departments.join().recommend(c, past, now);
    }

    /// Who answers for what in an area, by the city's duty grid.
    public List<DutyGrid.Duty> duties(AreaCode area) {
        return departments.join().duties(area);
    }

    /// The owner past rulings speak for.
    public Recommendation ruled(Case c, Instant now) {
        return vicinity.past(past -> departments.join().ruled(c, past, now));
    }

    /// Cases that may be the same thing, nearest first; `own` is left out.
    public List<Duplicate> duplicates(ClassCode classCode, Position place, Instant at, @Nullable CaseId own) {
        AdviceRules.Duplicates rule = rules.duplicates();
        Duration reach = Duration.ofHours(rule.hours());
        return vicinity.near(classCode, place, rule.metres(), at.minus(reach), at.plus(reach)).stream()
                .filter((Sighting s) -> !s.id().equals(own))
                .map(s -> new Duplicate(s.id(), place.distanceMetres(s.position()), Duration.between(s.at(), at)))
                .sorted(Comparator.comparingDouble(Duplicate::metres).thenComparing(d -> d.id().value()))
                .limit(rule.most())
                .toList();
    }

    /// Places where the same happens again and again, among what somebody may see; `days` back, or as the city says.
    public List<RecurringPlace> recurring(Reach reach, @Nullable Integer days, Instant now) {
        AdviceRules.Recurrence r = rules.recurrence();
        int back = days == null ? r.days() : days;
        return RecurringPlace.among(vicinity.since(now.minus(Duration.ofDays(back)), reach), r);
    }

    /// Which places the words may mean. `phone` is the caller's, for who may know it.
    public List<PlaceCandidate> places(String words, Gazetteer.Clues clues, @Nullable String phone, Instant now) {
        if (phone == null) {
            return gazetteer.join().candidates(words, clues);
        }
        Instant since = now.minus(Duration.ofDays(rules.places().callerDays()));
        return gazetteer
                .join()
                .candidates(
                        words,
                        new Gazetteer.Clues(
                                clues.hint(), clues.cameras(), vicinity.areasOf(phone, since), clues.duty()));
    }

    public AdviceRules rules() {
        return rules;
    }
}
