package org.yiping.console.ui.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Narrow;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.console.ui.control.SimulatedTag;

/// The supervisor's seat (考核): departments by figure, their cases, and the review of one case. FX thread.
public final class AssessmentPanel implements Panel {
    private static final double ALL_FIT = 1200;
    private static final Duration PROMISE = Duration.ofSeconds(60);

    private final Desk desk;
    private final Hall hall;
    private final AssessmentViewModel model;
    private final ReviewViewModel reviews;
    private final PanelHeader header;
    private final DepartmentTable table;
    private final CaseList cases;
    private final BehindList behind;
    private final ReviewView review;
    private final Label foot = Nodes.cut("", "t-second");
    private final SimulatedTag simulated;
    private final HBox root;
    private final Subscriptions subscriptions = new Subscriptions();

    public AssessmentPanel(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        model = new AssessmentViewModel(desk, hall);
        reviews = new ReviewViewModel(desk, hall);
        header = new PanelHeader(hall.messages(), hall.messages().get("assessment.title"));
        table = new DepartmentTable(model, hall.messages(), this::behind);
        behind = new BehindList(desk, hall, () -> behind(false));
        cases = new CaseList(model, hall.messages(), this::everyDepartment);
        review = new ReviewView(reviews, hall);
        simulated = new SimulatedTag(SimulatedTag.What.DATA, hall.messages());
        PanelFrame left = new PanelFrame(header, table.root());
        left.foot(Nodes.row("line", Nodes.grow(foot), simulated));
        left.getStyleClass().add("assessment-departments");
        cases.root().getStyleClass().add("assessment-cases");
        review.root().getStyleClass().add("assessment-case");
        behind.root().getStyleClass().add("assessment-cases");
        root = Nodes.row("page-row", left, cases.root(), behind.root(), Nodes.grow(review.root()));
        behind(false);
        root.getStyleClass().add("page");
        Narrow.follow(root, hall, ALL_FIT, table::narrow);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void onShow() {
        subscriptions.close();
        model.show();
        reviews.show();
        subscriptions.listen(model.pulse(), _ -> refresh());
        subscriptions.listen(reviews.changed(), _ -> {
            review.refresh();
            cases.tick();
        });
        subscriptions.listen(hall.ticker().now(), this::tick);
        subscriptions.add(desk.stores().veil().subscribe(() -> hall.fx().execute(behind::again)));
    }

    @Override
    public void onHide() {
        subscriptions.close();
        reviews.hide();
        model.hide();
    }

    @Override
    public List<Action> actions() {
        return List.of(hall.action("assessment/again", "shell.assessment", "assessment.again", () -> {
                    model.refill();
                    table.sortAgain();
                })
                .on(Key.of(KeyCode.F5)));
    }

    /// What one number counts stands in the place of the cases this seat holds.
    private void behind(DepartmentRow row, DepartmentRow.Column column) {
        behind(true);
        behind.open(row.id(), row.name(), column);
    }

    private void behind(boolean shown) {
        Nodes.show(behind.root(), shown);
        Nodes.show(cases.root(), !shown);
    }

    private void everyDepartment() {
        model.choose(null);
        table.mark();
    }

    private void refresh() {
        cases.tick();
        age(hall.now());
        foot.setText(hall.messages().get("assessment.foot", model.rows().size()));
        Nodes.show(simulated, desk.city().map(c -> c.name().simulated()).orElse(false));
    }

    private void tick(Instant now) {
        cases.tick();
        behind.tick(now);
        review.tick();
        age(now);
    }

    private void age(Instant now) {
        Duration promise =
                desk.city().map(c -> c.promises().of("kpis", PROMISE)).orElse(PROMISE);
        Nodes.age(header.age(), model.freshness(), promise, now);
    }
}
