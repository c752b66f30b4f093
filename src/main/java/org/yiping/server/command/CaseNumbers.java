package org.yiping.server.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiping.domain.casework.CaseNumber;
import org.yiping.domain.catalogue.ClassCode;

/// Case numbers by the city's pattern (domain.md 3.5): `{kind}` and `{class}` of the class code, `{date}` in the city's
/// zone, `{seqN}` the day's running number with at least N digits. Immutable; any thread.
final class CaseNumbers {
    private static final Pattern PART = Pattern.compile("\\{(kind|class|date|seq(\\d?))}");
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    private final String pattern;
    private final ZoneId zone;

    CaseNumbers(String pattern, ZoneId zone) {
        this.pattern = pattern;
        this.zone = zone;
    }

    /// The name of the day's sequence.
    String sequence(Instant now) {
        return "case-number-" + DATE.format(LocalDate.ofInstant(now, zone));
    }

    CaseNumber number(ClassCode code, Instant now, long sequence) {
        int dash = code.value().indexOf('-');
        String kind = dash < 0 ? "" : code.value().substring(0, dash);
        Matcher m = PART.matcher(pattern);
        return new CaseNumber(m.replaceAll(part -> switch (part.group(1)) {
            case "kind" -> kind;
            case "class" -> Matcher.quoteReplacement(code.value().substring(dash + 1));
            case "date" -> DATE.format(LocalDate.ofInstant(now, zone));
            default -> padded(sequence, part.group(2));
        }));
    }

    private static String padded(long sequence, String digits) {
        String text = Long.toString(sequence);
        int width = digits.isEmpty() ? 1 : Integer.parseInt(digits);
        return "0".repeat(Math.max(0, width - text.length())) + text;
    }
}
