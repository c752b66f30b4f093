package org.yiping.domain.kpi;

import org.jspecify.annotations.Nullable;

/// A formula as the city wrote it, and what it says. Immutable; any thread.
public record Formula(String text, Expression root) {
    /// The text cannot be a formula: `reason` in words, `place` the character where it went wrong, from 1.
    public static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        private final int place;

        Wrong(int place, String reason) {
            super(reason);
            this.place = place;
        }

        public int place() {
            return place;
        }
    }

    /// Throws `Wrong` for everything that is no formula, within a time that grows with the text's length alone.
    public static Formula of(String text) throws Wrong {
        return new Formula(text, new FormulaParser(text).parse());
    }

    /// The division the formula is about, where it is about one: times constants, and in brackets as often as one
    /// likes.
    public Expression.@Nullable Binary division() {
        Expression at = root;
        while (at instanceof Expression.Binary b) {
            if (b.operator() == Expression.Operator.OVER && !(b.right() instanceof Expression.Constant)) {
                return b;
            }
            boolean times = b.operator() == Expression.Operator.TIMES;
            if (times && b.left() instanceof Expression.Constant) {
                at = b.right();
            } else if ((times || b.operator() == Expression.Operator.OVER)
                    && b.right() instanceof Expression.Constant) {
                at = b.left();
            } else {
                return null;
            }
        }
        return null;
    }
}
