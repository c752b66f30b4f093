package org.yiping.console.ui.evaluation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.FigureWords;
import org.yiping.console.ui.Words;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.DepartmentNotice;
import org.yiping.domain.assessment.Grade;
import org.yiping.domain.assessment.Move;
import org.yiping.domain.assessment.Scheme;
import org.yiping.domain.assessment.Score;
import org.yiping.domain.assessment.Stage;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.kpi.Figure;
import org.yiping.domain.kpi.FigureRule;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.Span;

/// Assessments in words: what is unknown is 无数据 and never a number. Any thread.
final class EvaluationWords {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Words names;
    private final Messages messages;
    private final FigureWords figures;

    EvaluationWords(Words names, Messages messages) {
        this.names = names;
        this.messages = messages;
        figures = new FigureWords(names, messages);
    }

    Words names() {
        return names;
    }

    String text(String key, Object... args) {
        return messages.get(key, args);
    }

    String scheme(Scheme scheme) {
        return either(scheme.name(), scheme.nameEnglish());
    }

    String figure(FigureRule rule) {
        return either(rule.name(), rule.nameEnglish());
    }

    /// The code itself where the edition does not know the figure.
    String figure(Assessment of, KpiCode code) {
        return of.yardstick().rules().stream()
                .filter(r -> r.code().equals(code))
                .findFirst()
                .map(this::figure)
                .orElse(code.value());
    }

    private String either(String chinese, String english) {
        return names.english() && !english.isBlank() ? english : chinese;
    }

    String stage(Stage stage) {
        return text("evaluation.stage." + stage.name().toLowerCase(Locale.ROOT));
    }

    /// What is done by it, as it stands on its button and in the record.
    String move(Move move) {
        return text("evaluation.move." + move.name().toLowerCase(Locale.ROOT));
    }

    String periodKind(String period) {
        return text("evaluation.period." + period);
    }

    /// 2026-10, 2026 三季度, 2026-10-01 – 2026-10-07.
    String period(String kind, Span span) {
        LocalDate from = LocalDate.ofInstant(span.from(), names.zone());
        return switch (kind) {
            case "month" -> from.toString().substring(0, 7);
            case "quarter" ->
                text(
                        "evaluation.quarter",
                        String.valueOf(from.getYear()),
                        String.valueOf((from.getMonthValue() + 2) / 3));
            case "year" -> String.valueOf(from.getYear());
            default -> figures.span(span);
        };
    }

    /// 2026-10 · 第 2 版 · 复核.
    String edition(Assessment a) {
        return text(
                "evaluation.edition-line", period(a.period(), a.span()), String.valueOf(a.edition()), stage(a.stage()));
    }

    String area(Assessment a) {
        return a.area() == null ? text("evaluation.whole-city") : names.area(a.area());
    }

    String number(@Nullable BigDecimal value) {
        return value == null ? text("evaluation.none") : Numbers.decimal(value.doubleValue(), value.scale());
    }

    /// +1.2, −0.3, 0.0; 无数据 where either is unknown.
    String change(@Nullable BigDecimal change) {
        return change == null ? text("evaluation.none") : (change.signum() > 0 ? "+" : "") + number(change);
    }

    /// The place of a grade from the best, 0; -1 without one.
    static int place(List<Grade> grades, Score score) {
        for (int i = 0; i < grades.size(); i++) {
            if (grades.get(i).letter().equals(score.grade())) {
                return i;
            }
        }
        return -1;
    }

    /// 90–100, and above the next grade for the others.
    static String range(List<Grade> grades, int place) {
        int until = place == 0 ? 100 : grades.get(place - 1).from();
        return grades.get(place).from() + "–" + until;
    }

    /// 93 / 95 = 97.9 %; the value alone where it is no division.
    String value(Figure f) {
        String value = figures.value(f.unit(), f.value());
        String fraction = figures.fraction(f.numerator(), f.denominator());
        return fraction.isEmpty() ? value : text("evaluation.equals", fraction, value);
    }

    /// Date and time to the minute: 2026-10-31 14:05.
    String stamp(Instant at) {
        return STAMP.format(at.atZone(names.zone()));
    }

    String who(Actor actor) {
        return names.post(actor.post()) + " " + names.person(actor.person());
    }

    String state(DepartmentNotice.State state) {
        return text("evaluation.notice-state."
                + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    String kind(String kind) {
        return switch (kind) {
            case "circular" -> text("evaluation.kind-circular");
            case "supervise" -> text("evaluation.kind-supervise");
            default -> text("words.unknown-code", kind);
        };
    }

    /// How much time an answer still has, or by how much it is over.
    String deadline(DepartmentNotice notice, Instant now) {
        Instant deadline = notice.said().deadline();
        String until = stamp(deadline);
        boolean owed = notice.takes(DepartmentNotice.State.ANSWERED);
        if (!owed) {
            return text("evaluation.deadline", until);
        }
        return notice.isOverdue(now)
                ? text("evaluation.deadline-over", until, names.age(Duration.between(deadline, now)))
                : text("evaluation.deadline-left", until, names.age(Duration.between(now, deadline)));
    }
}
