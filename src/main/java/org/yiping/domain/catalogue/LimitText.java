package org.yiping.domain.catalogue;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a limit as cities write it (处置时限, domain.md 5.1): `2紧急工作时` runs on through nights, `4工作时` and `4小时` inside
/// working time, `1工作日` and `5天` are working days, `2紧急工作日` and `2自然日` run on. Stateless; any thread.
public final class LimitText {
    private static final String NUMERALS = "一二三四五六七八九";
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,4}|[一二两三四五六七八九十]{1,3})个?(紧急工作小?时|紧急工作[日天]|自然[日天]|工作小?时|小时|工作[日天]|天|日)(?:以内|之内|内)?");

    private LimitText() {}

    /// Empty where the words are no limit anybody could keep.
    public static Optional<Limit> parse(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("\\s", "");
        Matcher m = WRITTEN.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        int value = number(m.group(1));
        return value <= 0 ? Optional.empty() : Optional.of(new Limit(value, unit(m.group(2))));
    }

    private static LimitUnit unit(String words) {
        boolean hours = words.endsWith("时");
        return words.startsWith("紧急") || words.startsWith("自然")
                ? hours ? LimitUnit.UH : LimitUnit.UD
                : hours ? LimitUnit.WH : LimitUnit.WD;
    }

    /// Digits, or numerals up to 九十九; 0 where they say no number.
    private static int number(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        int ten = text.indexOf('十');
        if (ten < 0) {
            return text.length() == 1 ? digit(text) : 0;
        }
        int tens = ten == 0 ? 1 : ten == 1 ? digit(text.substring(0, 1)) : 0;
        String rest = text.substring(ten + 1);
        int ones = rest.isEmpty() ? 0 : digit(rest);
        return tens == 0 || rest.length() > 1 || (!rest.isEmpty() && ones == 0) ? 0 : 10 * tens + ones;
    }

    private static int digit(String numeral) {
        return numeral.equals("两") ? 2 : NUMERALS.indexOf(numeral) + 1;
    }
}
