package org.yiping.domain.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.catalogue.ClassCode;

/// The city's pattern of case numbers (案件编号, domain.md 3.5), such as `{kind}{class}{date}{seq4}` or
/// `{area6}-{yyyy}-{seq6:year}`. Checked where it is read: what it lets through gives no number twice and none that is
/// too long. Immutable; any thread.
///
/// - `{kind}`, `{class}`: letter and code of the class; of a longer code its last eight characters
/// - `{date}`, `{yyyy}`, `{yy}`, `{MM}`, `{dd}`: the day in the city's zone
/// - `{city}`, `{areaN}`: the city's code; the first N digits of the area's code, or of the city's without an area
/// - `{seqN}`, `{seqN:month}`, `{seqN:year}`, `{seqN:ever}`: the running number of the period, at least N digits
public final class NumberPattern {
    /// What other systems keep for a number.
    public static final int LONGEST = 32;

    private static final int LONGEST_CLASS = 8;
    private static final int LONGEST_KIND = 2;
    /// More cases than a period will have.
    private static final int LONGEST_SEQUENCE = 9;

    private static final Pattern TEXT = Pattern.compile("[\\p{L}\\p{Nd}/_.-]*");
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern AREA = Pattern.compile("area(\\d{1,2})");
    private static final Pattern SEQUENCE = Pattern.compile("seq(\\d?)(?::([a-z]+))?");

    private final List<Part> parts;
    private final Period period;
    private final ZoneId zone;
    private final String city;

    private enum Period {
        DAY("yyyyMMdd"),
        MONTH("yyyyMM"),
        YEAR("yyyy"),
        EVER("");

        private final String form;

        Period(String form) {
            this.form = form;
        }

        /// Whether these date parts tell one period from the next.
        private boolean told(Set<String> dates) {
            boolean year = dates.contains("date") || dates.contains("yyyy") || dates.contains("yy");
            boolean month = year && (dates.contains("date") || dates.contains("MM"));
            return switch (this) {
                case DAY -> month && (dates.contains("date") || dates.contains("dd"));
                case MONTH -> month;
                case YEAR -> year;
                case EVER -> true;
            };
        }
    }

    /// What stands for itself, or a part by its name with its width (0 where it has none).
    private record Part(String name, int width, @Nullable String text) {
        boolean changesLength() {
            return name.equals("kind") || name.equals("class");
        }

        int longest(String city) {
            return switch (name) {
                case "kind" -> LONGEST_KIND;
                case "class" -> LONGEST_CLASS;
                case "date" -> 8;
                case "yyyy" -> 4;
                case "yy", "MM", "dd" -> 2;
                case "city" -> city.length();
                case "area" -> width;
                case "seq" -> Math.max(width, LONGEST_SEQUENCE);
                default -> text == null ? 0 : text.length();
            };
        }
    }

    private NumberPattern(List<Part> parts, Period period, ZoneId zone, String city) {
        this.parts = List.copyOf(parts);
        this.period = period;
        this.zone = zone;
        this.city = city;
    }

    /// Throws `IllegalArgumentException` that says what is wrong with the pattern.
    public static NumberPattern of(String pattern, String city, ZoneId zone) {
        List<Part> parts = new ArrayList<>();
        Period period = null;
        Set<String> dates = new TreeSet<>();
        Matcher braces = BRACES.matcher(pattern);
        int at = 0;
        while (braces.find()) {
            text(pattern, pattern.substring(at, braces.start()), parts);
            at = braces.end();
            String name = braces.group(1);
            Matcher sequence = SEQUENCE.matcher(name);
            Matcher area = AREA.matcher(name);
            if (sequence.matches()) {
                require(period == null, pattern, "there is one {seq…}");
                period = period(pattern, sequence.group(2));
                int width = sequence.group(1).isEmpty() ? 1 : Integer.parseInt(sequence.group(1));
                require(width > 0, pattern, "{seq…} has 1 to 9 digits");
                parts.add(new Part("seq", width, null));
            } else if (area.matches()) {
                int width = Integer.parseInt(area.group(1));
                require(width >= 1 && width <= 16, pattern, "{area…} has 1 to 16 digits");
                parts.add(new Part("area", width, null));
            } else {
                require(
                        List.of("kind", "class", "date", "yyyy", "yy", "MM", "dd", "city")
                                .contains(name),
                        pattern,
                        "{" + name
                                + "} is no part; there are {kind} {class} {date} {yyyy} {yy} {MM} {dd} {city} {areaN}"
                                + " {seqN} {seqN:month} {seqN:year} {seqN:ever}");
                dates.add(name);
                parts.add(new Part(name, 0, null));
            }
        }
        text(pattern, pattern.substring(at), parts);
        if (period == null) {
            throw fault(pattern, "without {seq…} numbers would come twice");
        }
        require(
                period.told(dates),
                pattern,
                "a sequence that begins anew every " + period.name().toLowerCase(Locale.ROOT)
                        + " needs the date that tells one from the next");
        apart(pattern, parts);
        int longest = parts.stream().mapToInt(p -> p.longest(city)).sum();
        require(longest <= LONGEST, pattern, "numbers may be " + longest + " characters long, " + LONGEST + " at most");
        return new NumberPattern(parts, period, zone, city);
    }

    /// Beside a part that changes its length the sequence could not be told from it.
    private static void apart(String pattern, List<Part> parts) {
        for (int i = 1; i < parts.size(); i++) {
            Part a = parts.get(i - 1);
            Part b = parts.get(i);
            require(
                    !(a.name().equals("seq") && b.changesLength())
                            && !(a.changesLength() && b.name().equals("seq")),
                    pattern,
                    "something has to stand between {seq…} and {kind} or {class}");
        }
    }

    private static void text(String pattern, String text, List<Part> parts) {
        require(
                TEXT.matcher(text).matches(),
                pattern,
                "\"" + text + "\" is neither letters, digits and / _ . - nor a part in braces");
        if (!text.isEmpty()) {
            parts.add(new Part("", 0, text));
        }
    }

    private static Period period(String pattern, @Nullable String name) {
        return switch (name == null ? "day" : name) {
            case "day" -> Period.DAY;
            case "month" -> Period.MONTH;
            case "year" -> Period.YEAR;
            case "ever" -> Period.EVER;
            default -> throw fault(pattern, "a sequence begins anew by day, month, year or ever, not " + name);
        };
    }

    private static void require(boolean holds, String pattern, String otherwise) {
        if (!holds) {
            throw fault(pattern, otherwise);
        }
    }

    private static IllegalArgumentException fault(String pattern, String why) {
        return new IllegalArgumentException("caseNumber \"" + pattern + "\": " + why);
    }

    /// The name of the sequence of that moment's period.
    public String sequence(Instant now) {
        String when = period.form.isEmpty() ? "" : "-" + date(now, period.form);
        return "case-number" + when;
    }

    public CaseNumber number(ClassCode code, @Nullable AreaCode area, Instant now, long sequence) {
        int dash = code.value().indexOf('-');
        StringBuilder number = new StringBuilder();
        for (Part part : parts) {
            number.append(
                    switch (part.name()) {
                        case "kind" -> dash < 0 ? "" : first(code.value().substring(0, dash), LONGEST_KIND);
                        case "class" -> last(code.value().substring(dash + 1), LONGEST_CLASS);
                        case "date" -> date(now, "yyyyMMdd");
                        case "yyyy", "yy", "MM", "dd" -> date(now, part.name());
                        case "city" -> city;
                        case "area" -> padded(area == null ? city : area.value(), part.width());
                        case "seq" -> String.format(Locale.ROOT, "%0" + part.width() + "d", sequence);
                        default -> part.text();
                    });
        }
        return new CaseNumber(number.toString());
    }

    private String date(Instant now, String form) {
        return DateTimeFormatter.ofPattern(form, Locale.ROOT).format(LocalDate.ofInstant(now, zone));
    }

    private static String first(String text, int most) {
        return text.substring(0, Math.min(most, text.length()));
    }

    private static String last(String text, int most) {
        return text.substring(Math.max(0, text.length() - most));
    }

    private static String padded(String code, int width) {
        return first(code + "0".repeat(width), width);
    }
}
