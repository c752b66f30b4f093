package org.yiping.domain.kpi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.yiping.domain.kpi.Expression.Binary;
import org.yiping.domain.kpi.Expression.Comparison;
import org.yiping.domain.kpi.Expression.Operator;

/// Reads formulas: numbers (also as 20%), counters, + - × ÷ (or * /), brackets, min, max, if(a < b, x, y), and mean,
/// median, p90 of a measure. By descent, each character once. Bounded: 1,000 characters, 200 parts, 24 brackets deep,
/// numbers of 15 digits. One thread.
final class FormulaParser {
    static final int LONGEST = 1_000;
    static final int MOST_PARTS = 200;
    static final int DEEPEST = 24;
    private static final int MOST_DIGITS = 15;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final String text;
    private int at;
    private int parts;
    private int depth;

    FormulaParser(String text) {
        this.text = text;
    }

    Expression parse() throws Formula.Wrong {
        if (text.length() > LONGEST) {
            throw new Formula.Wrong(LONGEST + 1, "longer than " + LONGEST + " characters");
        }
        Expression whole = sum();
        if (peek() != 0) {
            throw wrong("expected an operator or the end");
        }
        return whole;
    }

    private Expression sum() throws Formula.Wrong {
        if (++depth > DEEPEST) {
            throw wrong("brackets deeper than " + DEEPEST);
        }
        Expression left = product();
        while (true) {
            if (take("+")) {
                left = part(new Binary(Operator.PLUS, left, product()));
            } else if (take("-") || take("−")) {
                left = part(new Binary(Operator.MINUS, left, product()));
            } else {
                depth--;
                return left;
            }
        }
    }

    private Expression product() throws Formula.Wrong {
        Expression left = signed();
        while (true) {
            if (take("*") || take("×")) {
                left = part(new Binary(Operator.TIMES, left, signed()));
            } else if (take("/") || take("÷")) {
                left = part(new Binary(Operator.OVER, left, signed()));
            } else {
                return left;
            }
        }
    }

    private Expression signed() throws Formula.Wrong {
        boolean negative = take("-") || take("−");
        Expression atom = atom();
        return negative ? part(new Expression.Negative(atom)) : atom;
    }

    private Expression atom() throws Formula.Wrong {
        if (take("(")) {
            Expression inside = sum();
            expect(")");
            return inside;
        }
        char next = peek();
        if (next >= '0' && next <= '9') {
            return part(new Expression.Constant(Rational.of(number())));
        }
        int place = at;
        String word = word();
        return part(take("(") ? called(word, place) : named(word, place));
    }

    private Expression named(String word, int place) throws Formula.Wrong {
        return Counter.of(word)
                .<Expression>map(Expression.Count::new)
                .orElseThrow(() -> new Formula.Wrong(
                        place + 1,
                        Measure.of(word).isPresent()
                                ? word + " is a duration: say mean, median or p90 of it"
                                : "no counter is named " + word));
    }

    private Expression called(String word, int place) throws Formula.Wrong {
        return switch (word) {
            case "min", "max" -> {
                List<Expression> all = new ArrayList<>(List.of(sum()));
                while (take(",") || take("，")) {
                    all.add(sum());
                }
                expect(")");
                yield new Expression.Extreme(word.equals("max"), all);
            }
            case "mean" -> duration(Measure.Statistic.MEAN);
            case "median" -> duration(Measure.Statistic.MEDIAN);
            case "p90" -> duration(Measure.Statistic.P90);
            case "if" -> choice();
            default -> throw new Formula.Wrong(place + 1, "no function is named " + word);
        };
    }

    private Expression duration(Measure.Statistic statistic) throws Formula.Wrong {
        peek();
        int place = at;
        String word = word();
        Measure measure =
                Measure.of(word).orElseThrow(() -> new Formula.Wrong(place + 1, "no duration is named " + word));
        expect(")");
        return new Expression.Duration(measure, statistic);
    }

    private Expression choice() throws Formula.Wrong {
        Expression left = sum();
        Comparison by = comparison();
        Expression right = sum();
        comma();
        Expression then = sum();
        comma();
        Expression otherwise = sum();
        expect(")");
        return new Expression.Choice(by, left, right, then, otherwise);
    }

    private Comparison comparison() throws Formula.Wrong {
        if (take("<=") || take("≤")) {
            return Comparison.AT_MOST;
        }
        if (take(">=") || take("≥")) {
            return Comparison.AT_LEAST;
        }
        if (take("!=") || take("≠")) {
            return Comparison.OTHER;
        }
        if (take("<")) {
            return Comparison.LESS;
        }
        if (take(">")) {
            return Comparison.MORE;
        }
        if (take("=")) {
            return Comparison.EQUAL;
        }
        throw wrong("expected < <= > >= = or !=");
    }

    private void comma() throws Formula.Wrong {
        if (!take(",") && !take("，")) {
            throw wrong("expected a comma");
        }
    }

    private BigDecimal number() throws Formula.Wrong {
        int from = at;
        while (at < text.length() && (digit(at) || text.charAt(at) == '.')) {
            at++;
        }
        String digits = text.substring(from, at);
        if (digits.length() > MOST_DIGITS || digits.indexOf('.') != digits.lastIndexOf('.') || digits.endsWith(".")) {
            throw new Formula.Wrong(from + 1, "no number of at most " + MOST_DIGITS + " digits: " + digits);
        }
        BigDecimal value = new BigDecimal(digits);
        return take("%") ? value.divide(HUNDRED) : value;
    }

    private boolean digit(int place) {
        return text.charAt(place) >= '0' && text.charAt(place) <= '9';
    }

    private String word() throws Formula.Wrong {
        char first = peek();
        if (first < 'a' || first > 'z') {
            throw wrong(first == 0 ? "ends too early" : "expected a number, a counter or a bracket");
        }
        int from = at;
        while (at < text.length()
                && (digit(at) || text.charAt(at) == '_' || (text.charAt(at) >= 'a' && text.charAt(at) <= 'z'))) {
            at++;
        }
        return text.substring(from, at);
    }

    private Expression part(Expression part) throws Formula.Wrong {
        if (++parts > MOST_PARTS) {
            throw wrong("more than " + MOST_PARTS + " parts");
        }
        return part;
    }

    /// The next character that is not blank, 0 at the end.
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean take(String sign) {
        peek();
        if (text.startsWith(sign, at)) {
            at += sign.length();
            return true;
        }
        return false;
    }

    private void expect(String sign) throws Formula.Wrong {
        if (!take(sign)) {
            throw wrong("expected " + sign);
        }
    }

    private Formula.Wrong wrong(String reason) {
        return new Formula.Wrong(at + 1, reason);
    }
}
