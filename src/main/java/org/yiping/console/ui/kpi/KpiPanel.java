package org.yiping.console.ui.kpi;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Freshness;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.DataAge;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.KpiCell;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.kpi.Kpi;
import org.yiping.domain.kpi.KpiCode;

/// The figures of today (指标) over another panel, and the cases behind the figure that was opened. FX thread.
///
/// A number is a door: every cell opens exactly the cases it counts, and closes them again; until then the page is the
/// cameras'. Unknown is a dash with its reason.
public final class KpiPanel implements Panel {
    private static final Duration PROMISE = Duration.ofSeconds(60);
    private static final int SOURCES = 6;
    private static final double STRIP_FIT = 1150;
    private static final int UPPER_CELLS = 4;

    private final Desk desk;
    private final Hall hall;
    private final Messages messages;
    private final Words words;
    private final KpiFigures figures;
    private final FigureCases cases;
    private final Panel below;
    private final Map<KpiCode, KpiCell> cells = new LinkedHashMap<>();
    private final Map<KpiCode, Trend> trends = new HashMap<>();
    private final FlowPane sources = new FlowPane();
    private final HBox upper = new HBox();
    private final HBox lower = new HBox();
    private final VBox sourceCell;
    private final Label noSources = Nodes.label("", "t-second");
    private final DataAge age;
    private final Subscriptions subscriptions = new Subscriptions();
    private final VBox root;
    private @Nullable KpiCode opened;
    private @Nullable List<KpiFigures.SourceCount> shownSources;

    /// `below` fills the page under the strip: the cameras.
    public KpiPanel(Desk desk, Hall hall, Supplier<Panel> below) {
        this.desk = desk;
        this.hall = hall;
        this.messages = hall.messages();
        this.words = new Words(desk.stores(), messages);
        this.figures = new KpiFigures(desk.stores(), messages);
        this.cases = new FigureCases(desk, hall, words, this::close);
        this.below = below.get();
        this.age = new DataAge(messages);
        for (KpiCode code : KpiFigures.STRIP) {
            KpiCell cell = new KpiCell(messages, "kpi/" + code.value(), figures.label(code), () -> open(code));
            cells.put(code, cell);
            trends.put(code, new Trend());
            HBox.setHgrow(cell, Priority.ALWAYS);
            cell.setPrefWidth(120);
        }
        sourceCell = sourceCell();
        HBox.setHgrow(sourceCell, Priority.ALWAYS);
        VBox strip = new VBox(upper, lower);
        strip.getStyleClass().add("kpi-strip");
        arrange(false);
        HBox middle = Nodes.row("page-row", Nodes.grow(this.below.root()), cases.root());
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        Nodes.show(cases.root(), false);
        root = new VBox(strip, middle);
        root.getStyleClass().addAll("page", "page-column");
        root.widthProperty()
                .subscribe(w -> arrange(w.doubleValue() > 0
                        && w.doubleValue() < hall.themes().look().get().px(STRIP_FIT)));
    }

    /// Where the figures do not fit side by side, they stand in two rows.
    private void arrange(boolean narrow) {
        List<KpiCell> all = List.copyOf(cells.values());
        int above = narrow ? UPPER_CELLS : all.size();
        upper.getChildren().clear();
        lower.getChildren().clear();
        upper.getChildren().addAll(all.subList(0, above));
        lower.getChildren().addAll(all.subList(above, all.size()));
        (narrow ? lower : upper).getChildren().add(sourceCell);
        Nodes.show(lower, narrow);
    }

    private VBox sourceCell() {
        sources.getStyleClass().add("source-chips");
        return Nodes.column(
                "source-cell",
                new HBox(Nodes.label(messages.get("kpi.sources"), "t-second"), Nodes.spring(), age),
                sources,
                noSources);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void onShow() {
        subscriptions.close();
        Feed<KpiCode> feed = hall.feed(_ -> refresh());
        subscriptions.add(feed);
        subscriptions.add(desk.stores().kpis().subscribe(feed::changed));
        subscriptions.listen(hall.ticker().now(), this::tick);
        refresh();
        below.onShow();
    }

    @Override
    public void onHide() {
        subscriptions.close();
        below.onHide();
    }

    @Override
    public List<Action> actions() {
        return below.actions();
    }

    private void refresh() {
        Instant now = hall.now();
        cells.forEach((code, cell) -> {
            KpiFigures.Face face = figures.face(code);
            if (face.figure() == null) {
                cell.unknown(messages.get("kpi.unknown"), face.words());
            } else {
                cell.show(face.figure(), face.unit(), face.words(), face.call());
                figures.find(code).ifPresent(k -> {
                    Trend trend = trends.get(code);
                    if (trend != null && k.value() != null && trend.add(k.value(), now)) {
                        cell.trend(trend.values(), Double.NaN);
                    }
                });
            }
        });
        List<KpiFigures.SourceCount> counts = figures.sources();
        if (!counts.equals(shownSources) || counts.isEmpty()) {
            shownSources = counts;
            sources.getChildren()
                    .setAll(counts.stream().limit(SOURCES).map(this::source).toList());
            noSources.setText(messages.get(desk.stores().kpis().rows().size() > 0 ? "kpi.no-sources" : "kpi.unknown"));
            Nodes.show(noSources, counts.isEmpty());
        }
        KpiCode shown = opened;
        if (shown != null) {
            cases.follow(figures.find(shown).map(Kpi::value).orElse(null));
        }
    }

    private KeyButton source(KpiFigures.SourceCount count) {
        String name = words.source(new SourceCode(count.source()));
        return new KeyButton(
                        messages,
                        "kpi/" + count.code().value(),
                        messages.get("kpi.source", name, count.count()),
                        "",
                        () -> open(count.code(), name))
                .low();
    }

    private void open(KpiCode code) {
        open(code, figures.label(code));
    }

    /// The same figure once more closes its list.
    private void open(KpiCode code, String title) {
        if (code.equals(opened)) {
            close();
            return;
        }
        opened = code;
        Nodes.show(cases.root(), true);
        cases.open(code, title, c -> messages.get("kpi.as-counted", figures.label(c)));
    }

    private void close() {
        opened = null;
        Nodes.show(cases.root(), false);
    }

    private void tick(Instant now) {
        Freshness freshness = desk.stores().kpis().freshness();
        Duration promise = desk.city()
                .map(CityFacts::promises)
                .map(p -> p.of("kpis", PROMISE))
                .orElse(PROMISE);
        Nodes.age(age, freshness, promise, now);
        cases.tick(now);
    }
}
