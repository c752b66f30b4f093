package org.yiping.domain.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.kpi.Span;

/// One edition of an assessment of a period (考核批次): what it judged by, what came out, and every step with who, when
/// and why. What it was counted from lies beside it (`Inputs`) and never changes, so that a score can be counted again
/// at any time; a score changes by an upheld appeal alone, and after publication not at all: what is wrong then is put
/// right by another edition, which says why and which one it replaces. `objects` are those it was asked for, in order;
/// empty for all there are. Immutable; any thread.
public record Assessment(
        AssessmentId id,
        int edition,
        @Nullable AssessmentId replaces,
        String reason,
        Yardstick yardstick,
        String period,
        Span span,
        @Nullable AreaCode area,
        List<String> objects,
        long revision,
        Actor by,
        Instant at,
        Stage stage,
        @Nullable Instant appealsUntil,
        List<Score> scores,
        List<Appeal> appeals,
        List<Deed> deeds) {
    /// A step that was taken. `object`, `before` and `after` are of a score that was corrected.
    public record Deed(
            Move move,
            Actor by,
            Instant at,
            String reason,
            @Nullable String object,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after) {
        public static Deed of(Move move, Actor by, Instant at, String reason) {
            return new Deed(move, by, at, reason, null, null, null);
        }
    }

    /// What editions of one assessment have in common. Only where all of it is the same may one take another's place.
    public record Series(
            String scheme,
            ObjectKind kind,
            @Nullable String level,
            @Nullable PostCode post,
            String period,
            Span span,
            @Nullable AreaCode area,
            List<String> objects) {
        public Series {
            objects = List.copyOf(objects);
        }
    }

    @SuppressWarnings("NullAway") // absent in what was written before they were kept
    public Assessment {
        objects = objects == null
                ? List.of()
                : objects.stream().distinct().sorted().toList();
        scores = List.copyOf(scores);
        appeals = List.copyOf(appeals);
        deeds = List.copyOf(deeds);
    }

    public Series series() {
        Scheme of = yardstick.scheme();
        return new Series(of.code(), of.kind(), of.level(), of.post(), period, span, area, objects);
    }

    /// What somebody who takes a step has seen: how many were taken before.
    public int version() {
        return deeds.size();
    }

    public Optional<Score> score(String object) {
        return scores.stream().filter(s -> s.object().equals(object)).findFirst();
    }

    /// Where an object stands among the scores, which keep their order; below 0 where it does not.
    public int place(String object) {
        return scores.stream().map(Score::object).toList().indexOf(object);
    }

    /// The cases that were left out of an object's score after its appeals.
    public Set<CaseId> leftOut(String object) {
        Set<CaseId> cases = new HashSet<>();
        for (Appeal appeal : appeals) {
            if (appeal.object().equals(object)
                    && appeal.decision() != null
                    && appeal.decision().upheld()) {
                cases.addAll(appeal.cases());
            }
        }
        return cases;
    }

    public boolean hasOpenAppeals() {
        return appeals.stream().anyMatch(a -> a.decision() == null);
    }

    /// Whether this person in this post may object to an object's score: a department at its own
    /// terminal, for an area who answers for it and not for the whole city, for somebody of a post the
    /// superiors.
    public boolean mayAppeal(String object, Person person, PostCode post) {
        boolean terminal = post.value().equals("department");
        return switch (yardstick.scheme().kind()) {
            case DEPARTMENT ->
                terminal
                        && person.department() != null
                        && person.department().value().equals(object);
            case AREA -> !terminal && person.areas().stream().anyMatch(a -> object.startsWith(a.value()));
            case POST -> !terminal;
        };
    }

    /// With what was counted, up to which revision and when.
    public Assessment counted(long upTo, Instant then, List<Score> counted) {
        return new Assessment(
                id,
                edition,
                replaces,
                reason,
                yardstick,
                period,
                span,
                area,
                objects,
                upTo,
                by,
                then,
                stage,
                appealsUntil,
                counted,
                appeals,
                deeds);
    }

    /// As the edition after others; `before` is the one that is published now.
    public Assessment after(int editions, @Nullable AssessmentId before) {
        return new Assessment(
                id,
                editions + 1,
                before,
                reason,
                yardstick,
                period,
                span,
                area,
                objects,
                revision,
                by,
                at,
                stage,
                appealsUntil,
                scores,
                appeals,
                deeds);
    }

    /// With a step that changes nothing but the stage.
    public Assessment moved(Deed deed, @Nullable Instant until) {
        List<Deed> all = new ArrayList<>(deeds);
        all.add(deed);
        return with(deed.move().after(stage), until == null ? appealsUntil : until, scores, appeals, all);
    }

    public Assessment appealed(Appeal appeal, Deed deed) {
        List<Appeal> all = new ArrayList<>(appeals);
        all.add(appeal);
        return with(stage, appealsUntil, scores, all, deeds).moved(deed, null);
    }

    /// With an appeal's decision, before the score follows.
    public Assessment decided(int number, Appeal.Decision decision) {
        return with(
                stage,
                appealsUntil,
                scores,
                appeals.stream()
                        .map(a -> a.number() == number ? a.with(decision) : a)
                        .toList(),
                deeds);
    }

    public Assessment scored(Score next) {
        return with(
                stage,
                appealsUntil,
                scores.stream()
                        .map(s -> s.object().equals(next.object()) ? next : s)
                        .toList(),
                appeals,
                deeds);
    }

    /// A later edition was published in its place.
    public Assessment replaced() {
        return with(Stage.REPLACED, appealsUntil, scores, appeals, deeds);
    }

    private Assessment with(
            Stage nextStage,
            @Nullable Instant until,
            List<Score> nextScores,
            List<Appeal> nextAppeals,
            List<Deed> nextDeeds) {
        return new Assessment(
                id,
                edition,
                replaces,
                reason,
                yardstick,
                period,
                span,
                area,
                objects,
                revision,
                by,
                at,
                nextStage,
                until,
                nextScores,
                nextAppeals,
                nextDeeds);
    }

    /// Who took the last step, or ran it.
    public Actor holder() {
        return deeds.isEmpty() ? by : deeds.getLast().by();
    }

    public Instant changedAt() {
        return deeds.isEmpty() ? at : deeds.getLast().at();
    }
}
