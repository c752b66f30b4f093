package org.yiping.console.ui.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.Freshness;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;

/// The page of reports (报表): templates with their calendar, what was asked for with its progress, and the chosen one
/// with its files and first page. FX thread.
public final class ReportPanel implements Panel {
    /// After this long the list is late.
    private static final Duration PROMISE = Duration.ofSeconds(30);

    private final Hall hall;
    private final ReportsModel model;
    private final OrderForm form;
    private final RunList runs;
    private final RunSheet sheet;
    private final PanelHeader header;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Desk desk;
    private final HBox root;

    public ReportPanel(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        Messages messages = hall.messages();
        Words words = new Words(desk.stores(), messages);
        model = new ReportsModel(desk, hall, this::refresh);
        form = new OrderForm(model, desk, hall);
        runs = new RunList(model, messages, words);
        sheet = new RunSheet(model, hall, words);
        header = new PanelHeader(messages, messages.get("report.runs"));
        PanelFrame middle = new PanelFrame(header, runs.root());
        form.root().getStyleClass().add("report-order");
        sheet.root().getStyleClass().add("report-sheet");
        root = Nodes.row("page-row", form.root(), Nodes.grow(middle), sheet.root());
        root.getStyleClass().add("page");
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void onShow() {
        subscriptions.close();
        subscriptions.listen(hall.ticker().now(), this::tick);
        subscriptions.add(desk.stores().departments().subscribe(_ -> hall.fx().execute(form::refresh)));
        model.again();
        refresh();
    }

    @Override
    public void onHide() {
        subscriptions.close();
    }

    @Override
    public List<Action> actions() {
        return List.of(
                hall.action("report/order", "report.page", "report.order", form::order)
                        .on(Key.ctrl(KeyCode.ENTER)),
                hall.action("report/save", "report.page", "report.save", sheet::save)
                        .on(Key.ctrl(KeyCode.S))
                        .refused(sheet.saveButton().reason()),
                hall.action("report/cancel", "report.page", "report.cancel", sheet::cancel)
                        .on(Key.ctrl(KeyCode.BACK_SPACE))
                        .refused(sheet.cancelButton().reason()),
                hall.action("report/again", "report.page", "report.again", model::again)
                        .on(Key.of(KeyCode.F5)));
    }

    private void tick(Instant now) {
        model.tick();
        age(now);
    }

    private void refresh() {
        form.refresh();
        runs.refresh();
        sheet.refresh();
        header.count(model.cards().size());
        age(hall.now());
    }

    private void age(Instant now) {
        boolean well = model.trouble().isEmpty();
        model.answered().ifPresent(at -> Nodes.age(header.age(), new Freshness(well, at), PROMISE, now));
        header.error(model.trouble());
    }
}
