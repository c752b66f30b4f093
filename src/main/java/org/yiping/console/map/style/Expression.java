package org.yiping.console.map.style;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// A value of a style that may hang on zoom, theme and column. Worked out when a style is compiled, never while
/// something is drawn. Immutable; any thread.
sealed interface Expression {
    Object at(Setting setting);

    /// What a value is asked for: a zoom, the columns of a feature, the theme's colours.
    record Setting(double zoom, Map<String, String> columns, ToIntFunction<String> tokens) {}

    record Literal(Object value) implements Expression {
        @Override
        public Object at(Setting setting) {
            return value;
        }
    }

    record Token(String name) implements Expression {
        @Override
        public Object at(Setting setting) {
            return setting.tokens.applyAsInt(name);
        }
    }

    /// `values` has one more than `stops`: what holds below the first.
    @SuppressWarnings("ArrayRecordComponent") // a packed column; never compared
    record Step(double[] stops, List<Expression> values) implements Expression {
        @Override
        public Object at(Setting setting) {
            int i = 0;
            while (i < stops.length && Zoom.reaches(setting.zoom, stops[i])) {
                i++;
            }
            return values.get(i).at(setting);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // a packed column; never compared
    record Interpolate(double base, double[] stops, List<Expression> values) implements Expression {
        @Override
        public Object at(Setting setting) {
            int i = 0;
            while (i < stops.length && Zoom.reaches(setting.zoom, stops[i])) {
                i++;
            }
            if (i == 0 || i == stops.length) {
                return values.get(Math.max(0, i - 1)).at(setting);
            }
            double share = share(setting.zoom - stops[i - 1], stops[i] - stops[i - 1]);
            return between(values.get(i - 1).at(setting), values.get(i).at(setting), share);
        }

        /// The standard's exponential interpolation; with base 1 it is linear.
        private double share(double done, double whole) {
            double far = Math.max(0, done);
            return base == 1 ? far / whole : (Math.pow(base, far) - 1) / (Math.pow(base, whole) - 1);
        }

        private static Object between(Object from, Object to, double share) {
            if (from instanceof Integer a && to instanceof Integer b) {
                return ColourText.argb(
                        mixed(a >>> 24, b >>> 24, share) / 255,
                        mixed(a >> 16 & 255, b >> 16 & 255, share),
                        mixed(a >> 8 & 255, b >> 8 & 255, share),
                        mixed(a & 255, b & 255, share));
            }
            return mixed((Double) from, (Double) to, share);
        }

        private static double mixed(double a, double b, double share) {
            return a + (b - a) * share;
        }
    }

    record Match(String column, Map<String, Expression> values, Expression otherwise) implements Expression {
        @Override
        public Object at(Setting setting) {
            String value = setting.columns.getOrDefault(column, "");
            return values.getOrDefault(value, otherwise).at(setting);
        }
    }

    record Case(List<Expression> conditions, List<Expression> values, Expression otherwise) implements Expression {
        @Override
        public Object at(Setting setting) {
            for (int i = 0; i < conditions.size(); i++) {
                if ((Boolean) conditions.get(i).at(setting)) {
                    return values.get(i).at(setting);
                }
            }
            return otherwise.at(setting);
        }
    }

    /// Whether a column has one of some values.
    record Among(String column, List<String> values) implements Expression {
        @Override
        public Object at(Setting setting) {
            return values.contains(setting.columns.getOrDefault(column, ""));
        }
    }

    record All(List<Expression> conditions) implements Expression {
        @Override
        public Object at(Setting setting) {
            return conditions.stream().allMatch(c -> (Boolean) c.at(setting));
        }
    }

    record Not(Expression condition) implements Expression {
        @Override
        public Object at(Setting setting) {
            return !(Boolean) condition.at(setting);
        }
    }
}
