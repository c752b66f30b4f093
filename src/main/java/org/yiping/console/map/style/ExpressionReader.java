package org.yiping.console.map.style;

// long because one grammar is read in one place

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.style.Located.Items;
import org.yiping.console.map.style.Located.Text;
import org.yiping.console.map.style.StyleFault.Reason;

/// Reads the values of one layer: literals and the expressions this map knows. One thread.
final class ExpressionReader {
    private static final List<String> OPERATORS = List.of(
            "interpolate",
            "step",
            "match",
            "case",
            "literal",
            "global-state",
            "get",
            "zoom",
            "==",
            "!=",
            "in",
            "all",
            "any",
            "!");
    private static final String STOPS = ", zoom, value, …";

    private final SourceLayer source;
    private final Names names;

    /// What a colour may be called: the theme's tokens, and what the style's own `state` gives.
    record Names(Collection<String> tokens, Map<String, Object> state) {}

    /// `source` is null for the background, which has no columns.
    ExpressionReader(@Nullable SourceLayer source, Names names) {
        this.source = source == null ? SourceLayer.BLOCKS : source;
        this.names = names;
    }

    Expression value(Located node, Property property) {
        return value(node, property, true);
    }

    /// A filter: yes or no of a feature's columns.
    Expression filter(Located node) {
        if (!(node instanceof Items list)) {
            throw wrong(node, "[\"==\", [\"get\", \"…\"], \"…\"]");
        }
        return condition(list);
    }

    private Expression value(Located node, Property property, boolean outermost) {
        if (node instanceof Items list && operator(list, property) instanceof Text called) {
            return call(list, called, property, outermost);
        }
        return new Expression.Literal(literal(node, property));
    }

    /// The operator a list begins with, or the list itself where it is a list of values.
    private static Located operator(Items list, Property property) {
        Located first = list.all().isEmpty() ? list : list.all().getFirst();
        boolean words = property.kind == Property.Kind.TEXTS;
        return first instanceof Text text && (!words || OPERATORS.contains(text.value())) ? text : list;
    }

    private Expression call(Items list, Text called, Property property, boolean outermost) {
        return switch (called.value()) {
            case "interpolate" -> interpolate(list, property, outermost);
            case "step" -> step(list, property, outermost);
            case "match" -> match(list, property);
            case "case" -> cases(list, property);
            case "literal" -> {
                if (list.all().size() != 2) {
                    throw arguments(list, "literal", "[\"literal\", […]]");
                }
                yield new Expression.Literal(literal(list.all().get(1), property));
            }
            case "global-state" -> token(list, property);
            case "get" -> {
                boolean name = property == Property.TEXT_FIELD && column(list).equals("name");
                if (!name) {
                    throw new Refused(
                            list.place(),
                            Reason.WRONG_KIND,
                            property == Property.TEXT_FIELD ? "name" : wanted(property));
                }
                yield new Expression.Literal("{name}");
            }
            case "zoom" -> throw new Refused(list.place(), Reason.ZOOM_INSIDE, "zoom");
            case "==", "!=", "in", "all", "any", "!" -> {
                if (property.kind != Property.Kind.FLAG) {
                    throw wrong(list, wanted(property));
                }
                yield condition(list);
            }
            default ->
                throw new Refused(
                        called.place(), Reason.UNKNOWN_EXPRESSION, called.value(), String.join(", ", OPERATORS));
        };
    }

    private Expression interpolate(Items list, Property property, boolean outermost) {
        List<Located> all = list.all();
        String form = "[\"interpolate\", [\"linear\"], [\"zoom\"]" + STOPS + "]";
        boolean numbers = property.kind == Property.Kind.NUMBER || property.kind == Property.Kind.COLOUR;
        if (all.size() < 5 || all.size() % 2 == 0 || !numbers) {
            throw arguments(list, "interpolate", form);
        }
        double base = 1;
        if (all.get(1) instanceof Items curve
                && !curve.all().isEmpty()
                && curve.all().getFirst() instanceof Text kind) {
            boolean linear = kind.value().equals("linear") && curve.all().size() == 1;
            if (!linear) {
                boolean known =
                        kind.value().equals("exponential") && curve.all().size() == 2;
                if (!known) {
                    throw arguments(curve, kind.value(), "[\"linear\"], [\"exponential\", 2]");
                }
                base = number(curve.all().get(1), 0.1, 10);
            }
        } else {
            throw arguments(list, "interpolate", form);
        }
        zoom(all.get(2), "interpolate", form, outermost);
        double[] stops = new double[(all.size() - 3) / 2];
        List<Expression> values = new ArrayList<>();
        for (int i = 0; i < stops.length; i++) {
            stops[i] = stop(all.get(3 + 2 * i), i == 0 ? Double.NEGATIVE_INFINITY : stops[i - 1]);
            values.add(value(all.get(4 + 2 * i), property, false));
        }
        return new Expression.Interpolate(base, stops, List.copyOf(values));
    }

    private Expression step(Items list, Property property, boolean outermost) {
        List<Located> all = list.all();
        String form = "[\"step\", [\"zoom\"], value" + STOPS + "]";
        if (all.size() < 5 || all.size() % 2 == 0) {
            throw arguments(list, "step", form);
        }
        zoom(all.get(1), "step", form, outermost);
        double[] stops = new double[(all.size() - 3) / 2];
        List<Expression> values = new ArrayList<>();
        values.add(value(all.get(2), property, false));
        for (int i = 0; i < stops.length; i++) {
            stops[i] = stop(all.get(3 + 2 * i), i == 0 ? Double.NEGATIVE_INFINITY : stops[i - 1]);
            values.add(value(all.get(4 + 2 * i), property, false));
        }
        return new Expression.Step(stops, List.copyOf(values));
    }

    /// The standard takes zoom only as what an outermost `interpolate` or `step` begins with.
    private static void zoom(Located input, String operator, String form, boolean outermost) {
        boolean zoom = input instanceof Items i
                && i.all().size() == 1
                && i.all().getFirst() instanceof Text t
                && t.value().equals("zoom");
        if (!zoom) {
            throw new Refused(input.place(), Reason.WRONG_ARGUMENTS, operator, form);
        }
        if (!outermost) {
            throw new Refused(input.place(), Reason.ZOOM_INSIDE, operator);
        }
    }

    private static double stop(Located node, double before) {
        double stop = number(node, -4, 30);
        if (stop <= before) {
            throw new Refused(node.place(), Reason.STOPS_NOT_RISING, StyleReader.shown(stop));
        }
        return stop;
    }

    private Expression match(Items list, Property property) {
        List<Located> all = list.all();
        if (all.size() < 5 || all.size() % 2 == 0) {
            throw arguments(list, "match", "[\"match\", [\"get\", \"…\"], \"…\", value, …, value]");
        }
        String column = get(all.get(1));
        Map<String, Expression> values = new LinkedHashMap<>();
        for (int i = 2; i + 1 < all.size(); i += 2) {
            Expression value = value(all.get(i + 1), property, false);
            List<Located> labels = all.get(i) instanceof Items several ? several.all() : List.of(all.get(i));
            labels.forEach(label -> values.putIfAbsent(known(label, column), value));
        }
        return new Expression.Match(column, Map.copyOf(values), value(all.getLast(), property, false));
    }

    private Expression cases(Items list, Property property) {
        List<Located> all = list.all();
        if (all.size() < 4 || all.size() % 2 != 0) {
            throw arguments(list, "case", "[\"case\", [\"==\", …], value, …, value]");
        }
        List<Expression> conditions = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        for (int i = 1; i + 1 < all.size(); i += 2) {
            conditions.add(filter(all.get(i)));
            values.add(value(all.get(i + 1), property, false));
        }
        return new Expression.Case(List.copyOf(conditions), List.copyOf(values), value(all.getLast(), property, false));
    }

    private Expression condition(Items list) {
        List<Located> all = list.all();
        if (all.isEmpty() || !(all.getFirst() instanceof Text called)) {
            throw wrong(list, "[\"==\", [\"get\", \"…\"], \"…\"]");
        }
        return switch (called.value()) {
            case "==", "!=" -> {
                if (all.size() != 3) {
                    throw arguments(list, called.value(), "[\"" + called.value() + "\", [\"get\", \"…\"], \"…\"]");
                }
                String column = get(all.get(1));
                Expression same = new Expression.Among(column, List.of(known(all.get(2), column)));
                yield called.value().equals("==") ? same : new Expression.Not(same);
            }
            case "in" -> among(list);
            case "all" -> new Expression.All(conditions(all));
            case "any" ->
                new Expression.Not(new Expression.All(conditions(all).stream()
                        .<Expression>map(Expression.Not::new)
                        .toList()));
            case "!" -> {
                if (all.size() != 2) {
                    throw arguments(list, "!", "[\"!\", […]]");
                }
                yield new Expression.Not(filter(all.get(1)));
            }
            default ->
                throw new Refused(called.place(), Reason.UNKNOWN_EXPRESSION, called.value(), "==, !=, in, all, any, !");
        };
    }

    private Expression among(Items list) {
        String form = "[\"in\", [\"get\", \"…\"], [\"literal\", [\"…\"]]]";
        boolean two = list.all().size() == 3
                && list.all().get(2) instanceof Items i
                && i.all().size() == 2
                && i.all().getFirst() instanceof Text t
                && t.value().equals("literal")
                && i.all().get(1) instanceof Items;
        if (!two) {
            throw arguments(list, "in", form);
        }
        String column = get(list.all().get(1));
        Items values = (Items) ((Items) list.all().get(2)).all().get(1);
        return new Expression.Among(
                column, values.all().stream().map(v -> known(v, column)).toList());
    }

    private List<Expression> conditions(List<Located> all) {
        return all.subList(1, all.size()).stream().map(this::filter).toList();
    }

    private String get(Located node) {
        boolean isGet = node instanceof Items i
                && !i.all().isEmpty()
                && i.all().getFirst() instanceof Text t
                && t.value().equals("get");
        if (!isGet) {
            throw wrong(node, "[\"get\", \"…\"]");
        }
        return column((Items) node);
    }

    private String column(Items get) {
        if (get.all().size() != 2 || !(get.all().get(1) instanceof Text column)) {
            throw arguments(get, "get", "[\"get\", \"…\"]");
        }
        boolean named = source.form() == SourceLayer.Form.AREA || source.form() == SourceLayer.Form.LINE;
        if (!source.columns().containsKey(column.value())
                && !(named && column.value().equals("name"))) {
            List<String> there = new ArrayList<>(source.columns().keySet());
            if (named) {
                there.add("name");
            }
            throw new Refused(
                    column.place(), Reason.UNKNOWN_COLUMN, column.value(), source.key(), String.join(", ", there));
        }
        return column.value();
    }

    /// A value the column can have: any other would never be met, and is a slip of the pen.
    private String known(Located node, String column) {
        if (!(node instanceof Text text)) {
            throw wrong(node, "\"…\"");
        }
        List<String> there = source.columns().getOrDefault(column, List.of());
        if (!there.contains(text.value())) {
            throw new Refused(text.place(), Reason.UNKNOWN_VALUE, text.value(), column, String.join(", ", there));
        }
        return text.value();
    }

    private Expression token(Items list, Property property) {
        if (list.all().size() != 2 || !(list.all().get(1) instanceof Text name)) {
            throw arguments(list, "global-state", "[\"global-state\", \"map-land\"]");
        }
        if (property.kind == Property.Kind.COLOUR && names.tokens.contains(name.value())) {
            return new Expression.Token(name.value());
        }
        Object own = names.state.get(name.value());
        if (own instanceof Located given) {
            return new Expression.Literal(literal(given, property));
        }
        throw new Refused(name.place(), Reason.UNKNOWN_TOKEN, name.value());
    }

    private static Object literal(Located node, Property property) {
        return switch (property.kind) {
            case COLOUR -> {
                if (!(node instanceof Text text)) {
                    throw wrong(node, wanted(property));
                }
                yield ColourText.parse(text.value())
                        .orElseThrow(() -> new Refused(text.place(), Reason.BAD_COLOUR, text.value()));
            }
            case NUMBER -> number(node, property.least, property.most);
            case WORD -> {
                if (!(node instanceof Text text) || !property.words.contains(text.value())) {
                    throw wrong(node, wanted(property));
                }
                yield text.value();
            }
            case FLAG -> {
                if (!(node instanceof Located.Flag flag)) {
                    throw wrong(node, wanted(property));
                }
                yield flag.value();
            }
            case NUMBERS -> {
                if (!(node instanceof Items items) || items.all().size() != 2) {
                    throw wrong(node, wanted(property));
                }
                yield items.all().stream()
                        .map(n -> number(n, property.least, property.most))
                        .toList();
            }
            case TEXTS -> {
                if (!(node instanceof Items items) || !items.all().stream().allMatch(Text.class::isInstance)) {
                    throw wrong(node, wanted(property));
                }
                yield items.all().stream().map(t -> ((Text) t).value()).toList();
            }
        };
    }

    private static double number(Located node, double least, double most) {
        if (!(node instanceof Located.Amount number)) {
            throw wrong(node, StyleReader.shown(least) + " … " + StyleReader.shown(most));
        }
        if (!(number.value() >= least && number.value() <= most)) {
            throw new Refused(
                    node.place(),
                    Reason.OUT_OF_RANGE,
                    StyleReader.shown(number.value()),
                    StyleReader.shown(least),
                    StyleReader.shown(most));
        }
        return number.value();
    }

    private static String wanted(Property property) {
        return switch (property.kind) {
            case COLOUR -> "\"#rrggbb\"";
            case NUMBER -> StyleReader.shown(property.least) + " … " + StyleReader.shown(property.most);
            case WORD -> "\"" + String.join("\", \"", property.words) + "\"";
            case FLAG -> "true, false";
            case NUMBERS -> "[4, 2]";
            case TEXTS -> "[\"…\"]";
        };
    }

    private static Refused wrong(Located node, String wanted) {
        return new Refused(node.place(), Reason.WRONG_KIND, wanted);
    }

    private static Refused arguments(Located node, String operator, String form) {
        return new Refused(node.place(), Reason.WRONG_ARGUMENTS, operator, form);
    }
}
