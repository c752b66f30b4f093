package org.yiping.console.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.control.BarList.Bar;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureBoard.Cell;
import org.yiping.domain.kpi.FigureBoard.Group;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.ShownFigure;

/// Groups of a board as bars, on a desk or a wall. Any thread.
public final class FigureBars {
    /// A share of fewer cases is marked in a ranking, as assessments mark theirs.
    private static final int FEW = 5;

    private final Words words;
    private final FigureWords figures;
    private final Messages messages;

    public FigureBars(Words words, Messages messages) {
        this.words = words;
        this.messages = messages;
        figures = new FigureWords(words, messages);
    }

    /// By what figures are told apart.
    public enum By {
        AREA,
        DEPARTMENT,
        CLASS,
        SOURCE,
        PERSON,
        POST;

        /// Whether a board carries it; all else is asked for by itself.
        public boolean isOnBoards() {
            return this != PERSON && this != POST;
        }
    }

    public static List<Group> groups(FigureBoard board, By by) {
        return switch (by) {
            case AREA -> board.areas();
            case DEPARTMENT -> board.departments();
            case CLASS -> board.classes();
            case SOURCE -> board.sources();
            case PERSON, POST -> List.of();
        };
    }

    public String name(By by, String group) {
        return switch (by) {
            case AREA -> words.area(new AreaCode(group));
            case DEPARTMENT -> words.department(new DepartmentId(group));
            case CLASS -> words.classes(group);
            case SOURCE -> words.source(new SourceCode(group));
            case PERSON -> words.person(new PersonId(group));
            case POST -> words.post(new PostCode(group));
        };
    }

    /// A ranking by one figure: the best first where the city says what is better, else the most; what is
    /// unknown comes last and has no bar. A share of few is marked, whatever it came to.
    public List<Bar> ranking(FigureBoard board, By by, KpiCode code) {
        ShownFigure rule = board.find(code).orElse(null);
        return rule == null ? List.of() : ranking(rule, groups(board, by), by, _ -> "");
    }

    /// What must stand beside a group's figure, in words; empty where nothing must.
    public interface Beside {
        String of(Group group);
    }

    /// Of groups that may come from elsewhere; `rule` is the figure of the whole.
    public List<Bar> ranking(ShownFigure rule, List<Group> groups, By by, Beside beside) {
        record Entry(Group group, Cell cell, @Nullable Double value) {}
        List<Entry> all = new ArrayList<>();
        groups.forEach(g -> g.find(rule.code()).ifPresent(c -> all.add(new Entry(g, c, c.value()))));
        Comparator<Double> order = "down".equals(rule.better()) ? Comparator.naturalOrder() : Comparator.reverseOrder();
        all.sort(Comparator.comparing((Entry e) -> e.value(), Comparator.nullsLast(order))
                .thenComparing(e -> e.group().group()));
        double most = all.stream()
                .mapToDouble(e -> e.value() == null ? 0 : e.value())
                .max()
                .orElse(0);
        return all.stream()
                .map(e -> new Bar(
                        id(by, e.group().group()),
                        name(by, e.group().group()),
                        e.value() == null ? -1 : most == 0 ? 0 : e.value() / most,
                        value(rule, e.cell()),
                        figures.fraction(e.cell().numerator(), e.cell().denominator()),
                        misses(rule, e.value()),
                        beside.of(e.group())))
                .toList();
    }

    /// A share of fewer than `FEW` says so beside its number: one case more would turn the order over.
    private String value(ShownFigure rule, Cell cell) {
        if (cell.value() == null) {
            return messages.get("kpi.none");
        }
        String number = figures.number(rule.unit(), cell.value());
        Long of = cell.denominator();
        return of != null && of < FEW ? messages.get("kpi.few", number) : number;
    }

    private static boolean misses(ShownFigure rule, @Nullable Double value) {
        Double target = rule.target();
        return target != null && value != null && ("down".equals(rule.better()) ? value > target : value < target);
    }

    /// What filed cases are made of, the most first, with their share; all after `most` in one bar.
    public List<Bar> mix(FigureBoard board, By by, int most) {
        record Entry(String group, double value) {}
        Function<Group, @Nullable Double> count =
                g -> g.find(FigureBoard.FILED).map(Cell::value).orElse(null);
        List<Entry> all = new ArrayList<>();
        groups(board, by).forEach(g -> {
            Double value = count.apply(g);
            if (value != null && value > 0) {
                all.add(new Entry(g.group(), value));
            }
        });
        all.sort(Comparator.comparingDouble(Entry::value).reversed().thenComparing(Entry::group));
        double sum = all.stream().mapToDouble(Entry::value).sum();
        List<Bar> bars = new ArrayList<>();
        int named = all.size() <= most ? all.size() : most - 1;
        double rest = all.subList(named, all.size()).stream()
                .mapToDouble(Entry::value)
                .sum();
        double largest = all.isEmpty() ? 1 : Math.max(all.getFirst().value(), rest);
        for (Entry e : all.subList(0, named)) {
            bars.add(bar(id(by, e.group()), name(by, e.group()), e.value(), sum, largest));
        }
        if (named < all.size()) {
            bars.add(bar(id(by, "rest"), messages.get("kpi.rest", all.size() - named), rest, sum, largest));
        }
        return bars;
    }

    private static Bar bar(String id, String name, double value, double sum, double largest) {
        return new Bar(
                id,
                name,
                value / largest,
                Numbers.whole(Math.round(value)),
                Numbers.decimal(value / sum * 100, 1) + " %",
                false);
    }

    /// `figures/area-990101`.
    private static String id(By by, String group) {
        return "figures/" + by.name().toLowerCase(java.util.Locale.ROOT) + "-" + group;
    }

    /// The group a bar stands for; absent where it stands for several.
    public static @Nullable String group(By by, Bar bar) {
        String begins = id(by, "");
        String group = bar.id().startsWith(begins) ? bar.id().substring(begins.length()) : "rest";
        return group.equals("rest") ? null : group;
    }
}
