package org.yiping.domain.inspection;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.catalogue.ClassCode;

/// By what a city inspects (考察指标): dimensions, kinds of points, checklist items and questions, a version of
/// `inspection.yaml`. `sample` marks a set that ships as an example and is nobody's standard; `basis` says what
/// it follows. A share known of fewer than `small` points or answers is said to be a small sample. Immutable;
/// any thread.
public record InspectionSet(
        String version,
        LocalDate from,
        boolean sample,
        String basis,
        int small,
        Filing filing,
        List<Dimension> dimensions,
        List<PointKind> kinds,
        List<Item> items,
        List<Question> questions) {
    /// Point kinds made of components (`of` are classes) and of areas (`of` are levels); any other `from` is
    /// the map layer of that name (`of` are its categories, none for all).
    public static final String COMPONENT = "component";

    public static final String AREA = "area";

    public InspectionSet {
        dimensions = List.copyOf(dimensions);
        kinds = List.copyOf(kinds);
        items = List.copyOf(items);
        questions = List.copyOf(questions);
    }

    /// How a problem found becomes a case: both are codes of the city's data.
    public record Filing(ActionCode action, SourceCode source) {}

    /// What the marks are added up to (干净、整洁 …). `survey`: its marks are people's answers, no inspector's.
    public record Dimension(String code, String name, String nameEnglish, double weight, boolean survey) {}

    public record PointKind(String code, String name, String nameEnglish, String from, List<String> of) {
        public PointKind {
            of = List.copyOf(of);
        }
    }

    /// A line of the checklist: at most `most` points, on points of these kinds (none: of all). `classCode` is
    /// what a problem there is filed as, unless the inspector says otherwise.
    public record Item(
            String code,
            String name,
            String nameEnglish,
            String dimension,
            List<String> kinds,
            int most,
            double weight,
            @Nullable ClassCode classCode) {
        public Item {
            kinds = List.copyOf(kinds);
        }

        public boolean isFor(String kind) {
            return kinds.isEmpty() || kinds.contains(kind);
        }
    }

    /// A question of the questionnaire with its weight.
    public record Question(
            String code, String name, String nameEnglish, String dimension, double weight, List<Choice> choices) {
        public Question {
            choices = List.copyOf(choices);
        }

        public Optional<Choice> find(String choice) {
            return choices.stream().filter(c -> c.code().equals(choice)).findFirst();
        }
    }

    /// An answer: its share of the full mark, absent for what says nothing (不清楚).
    public record Choice(
            String code,
            String name,
            String nameEnglish,
            @Nullable Double share) {}

    public Optional<PointKind> kind(String code) {
        return kinds.stream().filter(k -> k.code().equals(code)).findFirst();
    }

    public Optional<Question> question(String code) {
        return questions.stream().filter(q -> q.code().equals(code)).findFirst();
    }

    /// The checklist of a point of that kind.
    public List<Item> checklist(String kind) {
        return items.stream().filter(i -> i.isFor(kind)).toList();
    }

    /// What is wrong with it, as the code it is about and the reason, apart by a colon.
    public Optional<String> fault() {
        Set<String> field = new HashSet<>();
        Set<String> survey = new HashSet<>();
        dimensions.forEach(d -> (d.survey() ? survey : field).add(d.code()));
        Set<String> known = new HashSet<>();
        kinds.forEach(k -> known.add(k.code()));
        Stream<Optional<String>> whole = Stream.of(
                twice(dimensions.stream().map(Dimension::code).toList()),
                twice(kinds.stream().map(PointKind::code).toList()),
                twice(items.stream().map(Item::code).toList()),
                twice(questions.stream().map(Question::code).toList()),
                empty());
        Stream<Optional<String>> weights =
                dimensions.stream().map(d -> d.weight() > 0 ? Optional.empty() : Optional.of(d.code() + ": no weight"));
        return Stream.of(
                        whole,
                        weights,
                        items.stream().map(i -> fault(i, field, known)),
                        questions.stream().map(q -> fault(q, survey)))
                .flatMap(s -> s)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> empty() {
        return dimensions.isEmpty() || kinds.isEmpty() || items.isEmpty()
                ? Optional.of(version + ": no dimensions, kinds or items")
                : Optional.empty();
    }

    private static Optional<String> twice(List<String> codes) {
        Set<String> seen = new HashSet<>();
        return codes.stream().filter(c -> !seen.add(c)).map(c -> c + ": twice").findFirst();
    }

    private static Optional<String> fault(Item item, Set<String> dimensions, Set<String> kinds) {
        if (!dimensions.contains(item.dimension())) {
            return Optional.of(item.code() + ": no such dimension of the field: " + item.dimension());
        }
        if (!kinds.containsAll(item.kinds())) {
            return Optional.of(item.code() + ": no such kind of points");
        }
        return item.most() < 1 || item.most() > 100 || item.weight() <= 0
                ? Optional.of(item.code() + ": most is 1 to 100, the weight above 0")
                : Optional.empty();
    }

    private static Optional<String> fault(Question question, Set<String> dimensions) {
        if (!dimensions.contains(question.dimension())) {
            return Optional.of(question.code() + ": no such dimension of the survey: " + question.dimension());
        }
        if (question.weight() <= 0) {
            return Optional.of(question.code() + ": the weight is above 0");
        }
        return question.choices().stream()
                .map(Choice::share)
                .filter(s -> s != null && !(s >= 0 && s <= 1))
                .map(_ -> question.code() + ": shares are 0 to 1")
                .findFirst()
                .or(() -> twice(question.choices().stream().map(Choice::code).toList())
                        .map(t -> question.code() + ": the choice " + t));
    }
}
