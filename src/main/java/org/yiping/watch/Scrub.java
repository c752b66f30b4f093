package org.yiping.watch;

import java.util.List;
import java.util.regex.Pattern;

/// Takes out of a log line what may say who somebody is, because a crash report leaves the house. Stateless; any
/// thread.
///
/// Our own lines are English and name nobody; what comes from outside is in quotes, in Chinese, a long
/// number or part of an address. Taking too much is meant: what is left still says what went wrong
/// where.
final class Scrub {
    private record Rule(Pattern what, String by) {}

    private static final List<Rule> RULES = List.of(
            rule("(?i)\\b(bearer|basic|token|password|secret)\\b([=: ]+)\\S+", "$1$2…"),
            rule("(\\w+://)[^/\\s@]+@", "$1…@"),
            rule("(\\w+://[^\\s?]+)\\?\\S*", "$1?…"),
            rule("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+", "…@…"),
            rule("[“\"«《][^”\"»》]*[”\"»》]", "“…”"),
            rule("\\p{IsHan}[\\p{IsHan}\\p{Nd}·]*", "…"),
            rule("(?<![\\w.])\\+?\\d{2,4}[- ]\\d{3,4}[- ]\\d{4}\\b", "…"),
            rule("(?<![\\w.])\\+?\\d{7,}[Xx]?\\b", "…"));

    private Scrub() {}

    static String clean(String line) {
        String clean = line;
        for (Rule rule : RULES) {
            clean = rule.what().matcher(clean).replaceAll(rule.by());
        }
        return clean;
    }

    private static Rule rule(String what, String by) {
        return new Rule(Pattern.compile(what), by);
    }
}
