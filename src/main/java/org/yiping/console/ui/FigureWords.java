package org.yiping.console.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.control.SpreadRows;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureRule;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Measure;
import org.yiping.domain.kpi.ShownFigure;
import org.yiping.domain.kpi.Span;

/// Figures in words: values with their units, what changed, of whom and when. Any thread.
public final class FigureWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final String UNKNOWN = "—";
    private static final double SHORT = 10;

    private final Words words;
    private final Messages messages;

    public FigureWords(Words words, Messages messages) {
        this.words = words;
        this.messages = messages;
    }

    public String name(ShownFigure f) {
        return words.english() ? f.nameEnglish() : f.name();
    }

    /// The number alone; a dash where it is unknown.
    public String number(String unit, @Nullable Double value) {
        if (value == null) {
            return UNKNOWN;
        }
        return switch (unit) {
            case FigureRule.PERCENT -> Numbers.decimal(value, 1);
            case "hours" -> Numbers.decimal(value, Math.abs(value) < SHORT ? 1 : 0);
            case "cases" -> Numbers.whole(Math.round(value));
            default -> Numbers.decimal(value, 1);
        };
    }

    public String unit(String unit) {
        return switch (unit) {
            case FigureRule.PERCENT -> "%";
            case "hours" -> messages.get("kpi.unit-hours");
            case "cases" -> messages.get("kpi.unit-cases");
            case "points" -> messages.get("kpi.unit-points");
            default -> unit;
        };
    }

    /// Number and unit; 无数据 where it is unknown.
    public String value(String unit, @Nullable Double value) {
        return value == null ? messages.get("kpi.none") : number(unit, value) + " " + unit(unit);
    }

    /// Hours as people say them: 6 分, 2.4 时, 3.1 天.
    public String hours(double hours) {
        if (hours < 1) {
            return messages.get("kpi.minutes", Numbers.whole(Math.round(hours * 60)));
        }
        return hours < 48
                ? messages.get("kpi.hours", Numbers.decimal(hours, hours < SHORT ? 1 : 0))
                : messages.get("kpi.days", Numbers.decimal(hours / 24, 1));
    }

    /// How much more or less it is than then: of shares in points, of all else in percent.
    public String change(ShownFigure f, ShownFigure.@Nullable Then then) {
        Double is = f.value();
        Double was = then == null ? null : then.value();
        if (is == null || was == null) {
            return messages.get("kpi.none");
        }
        if (f.isPercent()) {
            return messages.get("kpi.change-points", signed(is - was));
        }
        return was == 0
                ? messages.get("kpi.from-none")
                : messages.get("kpi.change-percent", signed((is - was) / was * 100));
    }

    private static String signed(double change) {
        String number = Numbers.decimal(change, 1);
        return change > 0 && !number.equals("0.0") ? "+" + number : number;
    }

    /// 环比 +3.2 % · 同比 −0.4 点.
    public String changes(ShownFigure f) {
        return messages.get("kpi.changes", change(f, f.before()), change(f, f.lastYear()));
    }

    /// 目标 ≥ 95; empty without one.
    public String target(ShownFigure f) {
        Double target = f.target();
        if (target == null) {
            return "";
        }
        String number = target == Math.rint(target) ? Numbers.whole(Math.round(target)) : Numbers.decimal(target, 1);
        return messages.get("down".equals(f.better()) ? "kpi.target-most" : "kpi.target-least", number);
    }

    /// 264 / 271; empty where it is no division.
    public String fraction(@Nullable Long numerator, @Nullable Long denominator) {
        return numerator == null || denominator == null
                ? ""
                : messages.get("kpi.fraction", Numbers.whole(numerator), Numbers.whole(denominator));
    }

    public String measure(Measure measure) {
        return switch (measure) {
            case ACCEPT_TIME -> messages.get("kpi.measure-accept");
            case FILE_TIME -> messages.get("kpi.measure-file");
            case DISPATCH_TIME -> messages.get("kpi.measure-dispatch");
            case HANDLE_TIME -> messages.get("kpi.measure-handle");
            case CLOSE_TIME -> messages.get("kpi.measure-close");
        };
    }

    /// How long each stage took, with its words.
    public List<SpreadRows.Spread> spreads(FigureBoard board) {
        return board.spreads().stream()
                .map(s -> new SpreadRows.Spread(
                        measure(s.measure()),
                        s.p10(),
                        s.p25(),
                        s.p50(),
                        s.p75(),
                        s.p90(),
                        hours(s.p50()),
                        hours(s.p90())))
                .toList();
    }

    /// Of whom figures are.
    public String scope(FigureScope scope) {
        List<String> parts = new ArrayList<>();
        if (scope.area() != null) {
            parts.add(words.area(scope.area()));
        }
        if (scope.department() != null) {
            parts.add(words.department(scope.department()));
        }
        if (scope.classCode() != null) {
            parts.add(words.classes(scope.classCode().value()));
        }
        if (scope.source() != null) {
            parts.add(words.source(scope.source()));
        }
        if (scope.person() != null) {
            parts.add(words.person(scope.person()));
        }
        if (scope.post() != null) {
            parts.add(words.post(scope.post()));
        }
        if (scope.weekHour() != null) {
            parts.add(weekHour(scope.weekHour()));
        }
        return parts.isEmpty() ? messages.get("kpi.whole-city") : String.join(" · ", parts);
    }

    /// 周一 8 时.
    public String weekHour(int weekHour) {
        return messages.get("kpi.week-hour", weekdays().get(weekHour / 24), Integer.toString(weekHour % 24));
    }

    /// In which hour of the week most was filed, and how much.
    public String fullest(List<Long> hours) {
        int most = 0;
        for (int i = 1; i < hours.size(); i++) {
            most = hours.get(i) > hours.get(most) ? i : most;
        }
        return messages.get("kpi.heat-name", weekHour(most), Numbers.whole(hours.get(most)));
    }

    /// From Monday.
    public List<String> weekdays() {
        return List.of(messages.get("kpi.weekdays").split(" ")).subList(0, 7);
    }

    /// Days where it begins at midnight; with the time of the day where it does not.
    public String span(Span span) {
        ZonedDateTime from = span.from().atZone(words.zone());
        if (!from.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return words.stamp(span.from()) + " – " + words.stamp(span.until());
        }
        LocalDate first = from.toLocalDate();
        Instant end = span.until().isAfter(span.from()) ? span.until().minusMillis(1) : span.until();
        LocalDate last = LocalDate.ofInstant(end, words.zone());
        return first.equals(last) ? first.toString() : first + " – " + last;
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }
}
