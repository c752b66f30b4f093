package org.yiping.console.ui.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.StaffLookup;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Narrow;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.Polled;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.staff.StaffBoard;
import org.yiping.domain.staff.StaffRules;

/// How people in the field work (人员考核): everybody's figures of a period, one person's day with its track,
/// roll-calls. FX thread.
public final class StaffPanel implements Panel {
    private static final Duration EVERY = Duration.ofSeconds(30);
    /// A version never changes, and another one comes once a year.
    private static final Duration SELDOM = Duration.ofMinutes(10);

    private static final Duration PROMISE = Duration.ofSeconds(90);

    private final Desk desk;
    private final Hall hall;
    private final Messages messages;
    private final PanelHeader header;
    private final StaffHead head;
    private final StaffTable table;
    private final StaffSheet sheet;
    private final RollCallView rollCalls;
    private final Polled<StaffBoard> board;
    private final Polled<List<StaffRules>> rules;
    private final VBox root;
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable StaffBoard painted;
    private String opened = "";
    private boolean veiled;

    /// `catalogue` has the map that shows the chosen place.
    public StaffPanel(Desk desk, Hall hall, PanelCatalogue catalogue) {
        this.desk = desk;
        this.hall = hall;
        this.messages = hall.messages();
        Words names = new Words(desk.stores(), messages);
        board = new Polled<>(hall, EVERY, this::paint);
        rules = new Polled<>(hall, SELDOM, () -> {
            painted = null;
            paint();
        });
        header = new PanelHeader(messages, messages.get("staff.title"));
        head = new StaffHead(hall, names, this::another);
        table = new StaffTable(messages, names, this::open);
        sheet = new StaffSheet(desk, hall, names, catalogue.open("map-inset"));
        rollCalls = new RollCallView(desk, hall, names);
        PanelFrame people = new PanelFrame(header, table.root());
        people.setMinSize(0, 0);
        rollCalls.root().getStyleClass().add("staff-calls");
        sheet.root().getStyleClass().add("staff-beside");
        VBox left = Nodes.column("page-column", Nodes.grow(people), rollCalls.root());
        HBox middle = Nodes.row("page-row", Nodes.grow(left), sheet.root());
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        root = new VBox(head.root(), middle);
        root.getStyleClass().addAll("page", "page-column");
        table.empty(messages.get("staff.asking"));
        Narrow.follow(root, hall, table::narrow);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void onShow() {
        subscriptions.close();
        sheet.onShow();
        subscriptions.add(desk.stores().veil().subscribe(() -> hall.fx().execute(this::lookAnew)));
        subscriptions.listen(hall.ticker().now(), this::tick);
    }

    /// What was shown may not be seen any more, or again.
    private void lookAnew() {
        boolean now = desk.stores().veil().on();
        if (now == veiled) {
            return;
        }
        veiled = now;
        opened = "";
        sheet.close();
        rollCalls.forget();
        another();
    }

    @Override
    public void onHide() {
        subscriptions.close();
        sheet.onHide();
    }

    @Override
    public List<Action> actions() {
        return List.of(
                hall.action("staff/again", "shell.staff", "staff.again", () -> {
                            board.again();
                            sheet.again();
                            rollCalls.again();
                            tick(hall.now());
                        })
                        .on(Key.of(KeyCode.F5)),
                hall.action("staff/roll-call", "shell.staff", "staff.call", rollCalls::draw)
                        .on(Key.of(KeyCode.F8)));
    }

    private void tick(Instant now) {
        head.show();
        board.look(this::ask);
        rules.look(() -> desk.lookup().staff().map(StaffLookup::rules).orElse(null));
        sheet.look();
        rollCalls.look();
        StaffBoard known = board.value();
        if (known == null) {
            header.age().unknown();
        } else {
            header.age().show(Duration.between(known.at(), now), PROMISE, board.lost());
        }
    }

    private @Nullable CompletableFuture<Found<StaffBoard>> ask() {
        return desk.lookup()
                .staff()
                .map(s -> s.board(head.period(), head.day()))
                .orElse(null);
    }

    /// Another period: what the last one said never stands under its name.
    private void another() {
        board.forget();
        painted = null;
        table.empty(messages.get("staff.asking"));
        board.look(this::ask);
    }

    private void paint() {
        StaffBoard known = board.value();
        String trouble = board.lost() ? messages.get("kpi.lost") : board.refusal();
        header.error(board.coming() ? "" : trouble);
        if (known == null) {
            header.uncounted();
            table.empty(trouble.isEmpty() ? messages.get("staff.asking") : trouble);
            return;
        }
        if (known.equals(painted)) {
            return;
        }
        painted = known;
        header.count(known.rows().size());
        head.rules(
                known.sample()
                        ? messages.get("staff.rules-sample", known.rules())
                        : messages.get("staff.rules", known.rules()));
        table.show(known.rows());
        List<StaffRules> versions = rules.value();
        sheet.rules(
                versions == null
                        ? null
                        : versions.stream()
                                .filter(r -> r.version().equals(known.rules()))
                                .findFirst()
                                .orElse(null));
        if (known.rows().isEmpty()) {
            table.empty(messages.get("staff.nobody"));
        }
        known.rows().stream()
                .filter(r -> r.unit().equals(opened))
                .findFirst()
                .ifPresentOrElse(this::open, sheet::close);
    }

    private void open(StaffBoard.Row row) {
        opened = row.unit();
        sheet.period(new StaffPeriod(head.period(), head.day()));
        sheet.open(row, head.shownDay());
    }
}
