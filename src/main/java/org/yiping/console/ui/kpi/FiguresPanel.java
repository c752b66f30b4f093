package org.yiping.console.ui.kpi;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Boards;
import org.yiping.console.ui.Boards.Kept;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.FigureBars;
import org.yiping.console.ui.FigureWords;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.Words;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.HotPlaces;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.RecheckId;

/// The supervisors' figures (指标): of a period and a scope, side by side, each one a door to its formula and its
/// cases. FX thread.
///
/// One question brings what all panels show. What another scope or period said never stands under the name of
/// this one; without a link the last numbers stay with their age.
public final class FiguresPanel implements Panel {
    private static final double STRIP_FIT = 1500;

    private final Hall hall;
    private final Messages messages;
    private final Boards boards;
    private final FigureHead head;
    private final FigureStrip strip;
    private final HonestTile honest;
    private final TrendTile trend;
    private final RankTile rank;
    private final MixTile mix;
    private final HeatTile heat;
    private final SpreadTile spreads;
    private final PlaceTile places;
    private final AllTile all;
    private final FigureSheet sheet;
    private final RecheckView recheck;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Desk desk;
    private final VBox root;
    private boolean open;
    private boolean shows;
    private @Nullable FigureBoard painted;
    private @Nullable HotPlaces paintedPlaces;
    private @Nullable Frame paintedFrame;

    /// `catalogue` has the map that shows the picked case.
    public FiguresPanel(Desk desk, Hall hall, PanelCatalogue catalogue) {
        this.desk = desk;
        this.hall = hall;
        messages = hall.messages();
        Words names = new Words(desk.stores(), messages);
        FigureWords words = new FigureWords(names, messages);
        FigureBars bars = new FigureBars(names, messages);
        boards = new Boards(desk, hall, this::refresh);
        head = new FigureHead(desk, hall, names, this::refresh);
        Door door = new Opens();
        strip = new FigureStrip(words, messages, door);
        honest = new HonestTile(words, messages, door);
        trend = new TrendTile(messages, this::openDay);
        rank = new RankTile(words, bars, messages, door, boards, head::frame);
        mix = new MixTile(bars, messages, door);
        heat = new HeatTile(words, messages, door);
        spreads = new SpreadTile(words, messages, door);
        places = new PlaceTile(desk, names, messages, door);
        all = new AllTile(words, messages, door);
        sheet = new FigureSheet(desk, hall, names, boards, catalogue.open("map-inset"), new Closes());
        recheck = new RecheckView(desk, hall, names, head::frame, this::closesRecheck);
        FigureGrid grid = new FigureGrid(hall, tiles().stream().map(Tile::root).toList());
        ScrollPane scroll = Nodes.drawnStraight(new ScrollPane(grid));
        scroll.setId("figures/panels");
        scroll.setAccessibleText(messages.get("kpi.title"));
        scroll.getStyleClass().add("figure-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        HBox middle = Nodes.row("page-row", Nodes.grow(scroll), sheet.root(), recheck.root());
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        Nodes.show(sheet.root(), false);
        Nodes.show(recheck.root(), false);
        root = new VBox(head.root(), strip.root(), middle);
        root.getStyleClass().addAll("page", "page-column");
        root.widthProperty()
                .subscribe(w -> strip.narrow(w.doubleValue() > 0
                        && w.doubleValue() < hall.themes().look().get().px(STRIP_FIT)));
    }

    private List<Tile> tiles() {
        return List.of(
                honest.tile(),
                trend.tile(),
                rank.tile(),
                mix.tile(),
                all.tile(),
                heat.tile(),
                spreads.tile(),
                places.tile());
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void onShow() {
        subscriptions.close();
        shows = true;
        head.fill();
        subscriptions.listen(hall.ticker().now(), _ -> refresh());
        subscriptions.add(desk.stores().areas().subscribe(_ -> hall.fx().execute(head::fill)));
        subscriptions.add(desk.stores().departments().subscribe(_ -> hall.fx().execute(head::fill)));
        subscriptions.add(desk.stores().veil().subscribe(() -> hall.fx().execute(this::lookAnew)));
        if (open) {
            sheet.show();
        }
        refresh();
    }

    @Override
    public void onHide() {
        subscriptions.close();
        shows = false;
        if (open) {
            sheet.hide();
        }
    }

    @Override
    public List<Action> actions() {
        return List.of(hall.action("figures/again", "shell.figures", "kpi.again", () -> {
                    boards.forget();
                    refresh();
                })
                .on(Key.of(KeyCode.F5)));
    }

    private void refresh() {
        if (!shows) {
            return;
        }
        Instant now = hall.now();
        Frame frame = head.frame();
        Kept<FigureBoard> kept = boards.board(frame);
        Kept<HotPlaces> hot = frame.scope().source() == null
                ? boards.places(frame)
                : new Kept<>(null, false, messages.get("kpi.places-no-source"));
        boolean same = frame.equals(paintedFrame);
        FigureBoard board = kept.value();
        if (same && board != null && painted != null && board.says(painted)) {
            tiles().stream().filter(t -> !t.equals(places.tile())).forEach(t -> t.counted(board.at()));
        } else if (!same || !Objects.equals(board, painted) || board == null) {
            paint(kept, frame.scope());
        }
        if (!same || !Objects.equals(hot.value(), paintedPlaces) || hot.value() == null) {
            places.show(hot);
        }
        painted = board;
        paintedPlaces = hot.value();
        paintedFrame = frame;
        head.tick();
        if (!same && recheck.root().isVisible()) {
            recheck.paint(); // of whom the next one would be
        }
        Duration promise = boards.promise();
        String trouble = kept.lost() ? messages.get("kpi.lost") : kept.refusal();
        rank.tick();
        for (Tile tile : tiles()) {
            boolean place = tile.equals(places.tile());
            tile.age(place ? promise.multipliedBy(2) : promise, place ? hot.lost() : kept.lost(), now);
        }
        honest.tile().header().error(kept.value() == null ? "" : trouble);
        if (open) {
            sheet.tick(now);
        }
    }

    private void paint(Kept<FigureBoard> kept, FigureScope scope) {
        FigureBoard board = kept.value();
        strip.show(board);
        if (board == null) {
            String why = kept.lost()
                    ? messages.get("kpi.none")
                    : kept.refusal().isEmpty() ? messages.get("kpi.waiting") : kept.refusal();
            tiles().stream().filter(t -> !t.equals(places.tile())).forEach(t -> t.empty(why, null));
            return;
        }
        honest.show(board);
        trend.show(board);
        rank.show(board, scope);
        mix.show(board, scope);
        heat.show(board, scope);
        spreads.show(board);
        all.show(board);
    }

    private void lookAnew() {
        sheet.lookAnew();
        if (recheck.root().isVisible()) {
            recheck.lookAnew();
        }
    }

    private void closesRecheck() {
        Nodes.show(recheck.root(), false);
        boards.forget(); // what was judged stands beside the rate
        refresh();
    }

    /// What was filed on one day of the line, of whom the page is.
    private void openDay(LocalDate day) {
        new Opens().open(FigureBoard.FILED, new Frame("day", day, head.frame().scope()));
    }

    private void opens() {
        Nodes.show(recheck.root(), false);
        if (!open) {
            open = true;
            Nodes.show(sheet.root(), true);
            sheet.show();
        }
    }

    private final class Opens implements Door {
        @Override
        public void open(KpiCode code, Frame frame) {
            opens();
            sheet.open(code, frame);
        }

        @Override
        public void open(KpiCode code) {
            open(code, head.frame());
        }

        @Override
        public void open(KpiCode code, FigureScope scope) {
            open(code, new Frame(head.frame().period(), head.frame().day(), scope));
        }

        @Override
        public void recheck(@Nullable RecheckId id) {
            if (open) {
                new Closes().close();
            }
            Nodes.show(recheck.root(), true);
            recheck.open(id);
        }

        @Override
        public void cases(String title, String words, List<CaseId> cases, int all) {
            opens();
            sheet.open(new FigureSheet.Named(title, words, cases, all), head.frame());
        }
    }

    private final class Closes implements FigureSheet.Hand {
        @Override
        public void close() {
            open = false;
            sheet.hide();
            Nodes.show(sheet.root(), false);
        }

        @Override
        public void narrow(FigureScope scope) {
            head.narrow(scope);
        }
    }
}
