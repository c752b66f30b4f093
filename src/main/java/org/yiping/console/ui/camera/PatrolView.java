package org.yiping.console.ui.camera;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Sending;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.patrol.PatrolRound;

/// The part for video patrols beside the tiles (视频巡逻): plans and past rounds, the checklist of the round under way,
/// a finding, the report of a round, a new plan. One of them at a time. FX thread.
final class PatrolView {
    private static final double BUTTONS = 210;

    private final Desk desk;
    private final Hall hall;
    private final Sending sending;
    private final CameraGrid grid;
    private final Function<CameraTile, Optional<Shutter.Sight>> past;
    private final PatrolWalk walk;
    private final PanelHeader header;
    private final VBox rows = new VBox();
    private final ScrollPane list = Nodes.drawnStraight(new ScrollPane(rows));
    private final StackPane body = new StackPane();
    private final FlowPane foot = new FlowPane();
    private final PanelFrame root;
    private final PatrolRows words;
    private final PatrolReport report;
    private final Shutter shutter;
    private final PatrolCheck check;
    private final PatrolFinding finding;
    private final PatrolForm form;
    private final KeyButton plan;
    private final KeyButton back;
    private boolean enlargedHere;
    private int findings;
    private Runnable refill = this::plans;

    /// `past` is what a replay shows in a tile.
    PatrolView(Desk desk, Hall hall, CameraGrid grid, Function<CameraTile, Optional<Shutter.Sight>> past) {
        this.past = past;
        this.desk = desk;
        this.hall = hall;
        sending = new Sending(desk, hall);
        this.grid = grid;
        walk = new PatrolWalk(desk);
        header = new PanelHeader(hall.messages(), text("patrol.title"));
        words = new PatrolRows(desk, hall, walk, () -> refill.run());
        report = new PatrolReport(desk, hall, words);
        shutter = new Shutter(desk, hall);
        plan = button("new", "patrol.new", "", () -> open(this::form));
        back = button("back", "patrol.back", "", () -> open(this::plans));
        check = new PatrolCheck(
                desk, hall, walk, new PatrolCheck.Hands(this::look, this::tick, this::openFinding, this::leave));
        finding = new PatrolFinding(desk, hall, walk, this::found, () -> open(this::checklist));
        form = new PatrolForm(desk, hall, sending::send, () -> open(this::plans));
        rows.getStyleClass().add("patrol-list");
        list.setId("patrol/list");
        list.setAccessibleText(text("patrol.title"));
        list.setFitToWidth(true);
        list.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        foot.getStyleClass().add("patrol-buttons");
        foot.setPrefWrapLength(BUTTONS);
        root = new PanelFrame(header, body);
        HBox hands = Nodes.row("patrol-foot", Nodes.grow(foot));
        hands.setMinHeight(Region.USE_PREF_SIZE); // a long list would take its rows
        root.getChildren().add(hands);
        root.getStyleClass().add("patrol-side");
    }

    Region root() {
        return root;
    }

    List<Action> actions() {
        return report.actions();
    }

    void onShow(Subscriptions subscriptions) {
        Feed<Object> feed = hall.feed(_ -> refill.run());
        subscriptions.add(feed);
        subscriptions.add(desk.stores().patrolPlans().subscribe(ids -> feed.changed(Set.copyOf(ids))));
        subscriptions.add(desk.stores().patrolRounds().subscribe(ids -> feed.changed(Set.copyOf(ids))));
        subscriptions.add(desk.stores().cameras().subscribe(ids -> feed.changed(Set.copyOf(ids))));
        subscriptions.add(desk.outbox()
                .deliveries()
                .subscribe(ids -> hall.fx().execute(() -> {
                    ids.forEach(this::refused);
                    refill.run();
                })));
        subscriptions.listen(hall.ticker().now(), _ -> check.tell(live()));
        refill.run();
    }

    /// Shows what `what` fills, also when its facts change.
    private void open(Runnable what) {
        refill = what;
        what.run();
    }

    private void plans() {
        report.close();
        header.title(text("patrol.title"));
        List<PatrolPlan> all = walk.plans();
        rows.getChildren().setAll(words.plans(all, this::begin, this::retire));
        rows.getChildren().addAll(words.rounds(walk.rounds(hall.now()), this::see));
        plan.forbid(walk.mayPlan() ? "" : text("patrol.who-plans"));
        fill(list, List.of(plan));
    }

    private void retire(PatrolPlan of) {
        Command.Head head = new Command.Head(
                new CommandId(UUID.randomUUID().toString()), desk.stores().revision(), null);
        sending.send(new Aside.PlanPatrol(head, of.id(), of.task(), true));
    }

    private void see(PatrolRound of) {
        report.open(of);
        open(() -> {
            header.title(report.title());
            rows.getChildren().setAll(report.rows());
            fill(list, report.buttons(back));
        });
    }

    private void begin(PatrolPlan of) {
        walk.begin(of, hall.now());
        open(this::checklist);
        look();
    }

    private void checklist() {
        if (walk.now().isEmpty()) {
            open(this::plans); // its plan is gone
            return;
        }
        header.title(walk.now().map(PatrolRound::name).orElse(""));
        check.fill(live());
        fill(check.root(), check.buttons());
    }

    private void openFinding() {
        finding.begin();
        picture();
        open(() -> {
            finding.tell();
            fill(finding.root(), finding.buttons());
        });
        body.applyCss(); // before it has its skin nothing in it can be focused
        finding.focus();
    }

    /// What is looked at goes with what is found: the replay's picture where one runs, else what is live.
    private void picture() {
        int mine = ++findings;
        CameraTile tile = grid.selectedTile();
        Optional<Shutter.Sight> looked =
                isHere(tile) ? past.apply(tile).or(() -> tile.seen().flatMap(shutter::live)) : Optional.empty();
        looked.flatMap(shutter::press)
                .ifPresentOrElse(
                        makes -> hall.background().run(makes, made -> taken(mine, made), _ -> taken(mine, null)),
                        () -> taken(mine, null));
    }

    private void taken(int of, @Nullable Exhibit made) {
        if (of == findings) {
            finding.picture(made);
        }
    }

    private void form() {
        List<CameraId> shown = grid.tiles().stream()
                .flatMap(t -> Optional.ofNullable(t.camera()).stream())
                .map(Camera::id)
                .distinct()
                .toList();
        form.begin(shown);
        refill = () -> {}; // what somebody types is not filled anew
        fill(form.root(), form.buttons());
        body.applyCss();
        form.focus();
    }

    /// Puts each where it is not yet: focus and scrolling stay.
    private void fill(Region content, List<KeyButton> buttons) {
        if (!body.getChildren().equals(List.of(content))) {
            body.getChildren().setAll(content);
        }
        if (!foot.getChildren().equals(buttons)) {
            foot.getChildren().setAll(buttons);
        }
    }

    /// The camera the hand is at, large enough to see something.
    private void look() {
        walk.camera().flatMap(desk.stores().cameras()::find).ifPresent(c -> {
            grid.show(grid.selected(), c);
            if (!grid.isEnlarged()) {
                enlargedHere = true;
                grid.toggle();
            }
        });
        refill.run();
    }

    /// Whether the camera the hand is at is seen now, moving.
    private boolean live() {
        CameraTile tile = grid.selectedTile();
        return isHere(tile) && tile.isSeenLive() && past.apply(tile).isEmpty();
    }

    /// Whether the tile shows the camera the hand is at.
    private boolean isHere(CameraTile tile) {
        Camera shown = tile.camera();
        return shown != null && walk.camera().filter(shown.id()::equals).isPresent();
    }

    private void tick(String outcome) {
        var _ = sending.kept(walk.tick(outcome, hall.now()));
        look();
    }

    private void found(PatrolFinding.Found what) {
        var _ = sending.kept(walk.find(what, hall.now()));
        open(this::checklist);
        look();
    }

    private void leave() {
        walk.leave();
        if (enlargedHere && grid.isEnlarged()) {
            grid.toggle();
        }
        enlargedHere = false;
        open(this::plans);
    }

    /// Tells a refusal once, and it leaves.
    private void refused(CommandId id) {
        sending.refused(
                id, c -> c instanceof Aside.PatrolLook || c instanceof Aside.PlanPatrol, text("patrol.refused"));
    }

    private KeyButton button(String part, String key, String cap, Runnable act) {
        return new KeyButton(hall.messages(), "patrol/" + part, text(key), cap, act).low();
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
