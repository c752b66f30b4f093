package org.yiping.console.ui.duty;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.Sending;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.CommandId;

/// The shift leader's page (值班): what the city forgot to lay down, the rules that act by themselves with their stop
/// buttons, the departments nobody has reached yet, the seats with what they bear, who is on duty, special campaigns,
/// and the cards of shifts. FX thread.
public final class DutyPanel implements Panel {
    private final Desk desk;
    private final Hall hall;
    private final Sending sending;
    private final RulesView rules;
    private final CallList calls;
    private final HandoverView handovers;
    private final CampaignView campaigns;
    private final SeatsView seats;
    private final RosterView roster;
    private final Label withoutTable = Nodes.label("", "t-yellow");
    private final VBox root;
    private final Subscriptions subscriptions = new Subscriptions();

    public DutyPanel(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        sending = new Sending(desk, hall);
        rules = new RulesView(desk, hall, sending);
        calls = new CallList(desk, hall, sending);
        handovers = new HandoverView(desk, hall, sending);
        campaigns = new CampaignView(desk, hall, sending);
        seats = new SeatsView(desk, hall, sending);
        roster = new RosterView(desk, hall);
        VBox left = Nodes.column("page-column", half(rules.root()), half(calls.root()));
        VBox right = Nodes.column("page-column", half(campaigns.root()), half(handovers.root()));
        VBox middle = Nodes.column("page-column", half(seats.root()), half(roster.root()));
        HBox row = Nodes.row("page-row", half(left), half(middle), half(right));
        withoutTable.setId("duty/without-table");
        Nodes.show(withoutTable, false);
        VBox.setVgrow(row, Priority.ALWAYS);
        root = Nodes.column("page-column", withoutTable, row);
        root.getStyleClass().add("page");
    }

    private static Region half(Region region) {
        region.setPrefSize(1, 1);
        region.setMinSize(0, 0);
        return Nodes.grow(region);
    }

    private void refresh() {
        List<Integer> years = desk.city().map(c -> c.rules().withoutTable()).orElse(List.of());
        Nodes.show(withoutTable, !years.isEmpty());
        withoutTable.setText(
                years.isEmpty()
                        ? ""
                        : hall.messages()
                                .get(
                                        "duty.without-table",
                                        years.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        rules.refresh();
        calls.refresh();
        handovers.refresh();
        campaigns.refresh();
        seats.refresh();
        roster.refresh();
    }

    @Override
    public Region root() {
        return root;
    }

    private void told(CommandId id) {
        sending.refused(
                id,
                c -> c instanceof Aside a && a.about() == null,
                hall.messages().get("duty.refused"));
    }

    @Override
    public void onShow() {
        subscriptions.close();
        Feed<CommandId> deliveries = hall.feed(ids -> ids.forEach(this::told));
        subscriptions.add(deliveries);
        subscriptions.add(desk.outbox().deliveries().subscribe(deliveries::changed));
        rules.show(subscriptions);
        handovers.show(subscriptions);
        campaigns.show(subscriptions);
        subscriptions.listen(hall.ticker().now(), _ -> refresh());
    }

    @Override
    public void onHide() {
        subscriptions.close();
    }
}
