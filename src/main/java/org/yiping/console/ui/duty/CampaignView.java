package org.yiping.console.ui.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Numbers;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Sending;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.console.ui.control.Tag;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.campaign.Campaign;
import org.yiping.domain.campaign.CampaignId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.kpi.Kpi;

/// Special campaigns (专项整治): what each looks at, until when, and what became of its cases; planned, changed and
/// ended here. FX thread.
final class CampaignView {
    private static final Set<PostCode> PLANNERS =
            Set.of(new PostCode("duty-leader"), new PostCode("leader"), new PostCode("supervisor"));
    private static final Duration COUNTED_EVERY = Duration.ofSeconds(30);
    private static final List<String> FIGURES =
            List.of("reported", "filed", "closed", "open", "overdue", "on-time-rate");

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final Sending sending;
    private final PanelHeader header;
    private final DutyList list;
    private final TextField summary = new TextField();
    private final KeyButton plan;
    private final CampaignForm form;
    private final StackPane body;
    private final HBox foot;
    private final PanelFrame root;
    private final Map<CampaignId, List<Kpi>> figures = new HashMap<>();
    private Instant counted = Instant.EPOCH;

    CampaignView(Desk desk, Hall hall, Sending sending) {
        this.desk = desk;
        this.hall = hall;
        this.sending = sending;
        words = new Words(desk.stores(), hall.messages());
        header = new PanelHeader(hall.messages(), text("campaign.title"));
        header.meta(text("campaign.meta"));
        list = new DutyList(desk, "duty/campaigns", text("campaign.title"));
        summary.setId("duty/campaign-summary");
        summary.setPromptText(text("campaign.summary"));
        summary.setAccessibleText(text("campaign.summary"));
        plan = new KeyButton(hall.messages(), "duty/plan-campaign", text("campaign.new"), "", this::planNew);
        form = new CampaignForm(desk, hall, sending, this::back);
        body = new StackPane(list.root());
        root = new PanelFrame(header, body);
        foot = Nodes.row("form-foot", Nodes.grow(summary), plan);
        root.foot(foot);
    }

    Region root() {
        return root;
    }

    void show(Subscriptions subscriptions) {
        Feed<CampaignId> feed = hall.feed(_ -> refresh());
        subscriptions.add(feed);
        subscriptions.add(desk.stores().campaigns().subscribe(feed::changed));
        counted = Instant.EPOCH;
        refresh();
    }

    void refresh() {
        Instant now = hall.now();
        List<Campaign> campaigns = desk.stores()
                .campaigns()
                .rows()
                .values()
                .sorted(Comparator.comparing((Campaign c) -> !c.runsAt(now))
                        .thenComparing(c -> c.bounds().until(), Comparator.reverseOrder()))
                .toList();
        count(campaigns, now);
        boolean may = desk.me().map(m -> PLANNERS.contains(m.actor().post())).orElse(false);
        List<?> states = campaigns.stream().map(c -> state(c, now)).toList();
        if (!list.outdated(campaigns, may, Map.copyOf(figures), states)) {
            return;
        }
        header.count(campaigns.size());
        list.fill(campaigns.stream().map(c -> row(c, may, now)).toList(), text("campaign.none"));
        permit(plan, may);
    }

    /// The platform counts; a figure it has not told is unknown, and the last one told stays.
    private void count(List<Campaign> campaigns, Instant now) {
        if (campaigns.isEmpty() || Duration.between(counted, now).compareTo(COUNTED_EVERY) < 0) {
            return;
        }
        counted = now;
        for (Campaign c : campaigns) {
            var _ = desk.lookup()
                    .figures(c.id())
                    .thenAccept(found -> hall.fx().execute(() -> {
                        if (found instanceof Found.Got<List<Kpi>>(List<Kpi> kpis)) {
                            figures.put(c.id(), kpis);
                            refresh();
                        }
                    }));
        }
    }

    private Region row(Campaign c, boolean may, Instant now) {
        HBox line = Nodes.row(
                "line", Nodes.cut(c.name(), "t-body", "t-strong"), Tag.words(text(state(c, now))), Nodes.spring());
        if (c.ended() == null) {
            KeyButton change = new KeyButton(
                            hall.messages(),
                            "duty/change-" + c.id().value(),
                            text("campaign.change"),
                            "",
                            () -> change(c))
                    .low();
            KeyButton end = new KeyButton(
                            hall.messages(), "duty/end-" + c.id().value(), text("campaign.end"), "", () -> end(c))
                    .low();
            permit(change, may);
            permit(end, may);
            line.getChildren().addAll(change, end);
        }
        VBox row = Nodes.column("duty-row", line, Nodes.cut(bounds(c, now), "t-second"), Nodes.cut(told(c), "t-body"));
        if (!c.goal().isBlank()) {
            row.getChildren().add(2, Nodes.cut(hall.messages().get("campaign.goal-is", c.goal()), "t-second"));
        }
        Campaign.End ended = c.ended();
        if (ended != null) {
            row.getChildren()
                    .add(Nodes.cut(
                            hall.messages()
                                    .get(
                                            "campaign.ended-by",
                                            words.person(ended.by().person()),
                                            words.moment(ended.at(), now),
                                            ended.summary()),
                            "t-second"));
        }
        return row;
    }

    private static String state(Campaign c, Instant now) {
        if (c.ended() != null) {
            return "campaign.state-ended";
        }
        if (c.runsAt(now)) {
            return "campaign.state-runs";
        }
        return now.isBefore(c.bounds().from()) ? "campaign.state-ahead" : "campaign.state-over";
    }

    private String bounds(Campaign c, Instant now) {
        String classes =
                c.bounds().classes().stream().map(words::classes).collect(Collectors.joining(text("words.and")));
        String areas = c.bounds().areas().stream()
                .map(a -> words.area(new AreaCode(a)))
                .collect(Collectors.joining(text("words.and")));
        return hall.messages()
                .get(
                        "campaign.bounds",
                        classes.isEmpty() ? text("campaign.all-classes") : classes,
                        areas.isEmpty() ? text("campaign.all-areas") : areas,
                        words.moment(c.bounds().from(), now),
                        words.moment(c.counted(), now),
                        c.lead() == null ? text("campaign.lead-hall") : words.department(c.lead()));
    }

    private String told(Campaign c) {
        Map<String, Kpi> by = figures.getOrDefault(c.id(), List.of()).stream()
                .collect(Collectors.toMap(k -> k.code().value(), k -> k, (a, _) -> a));
        return hall.messages()
                .get(
                        "campaign.figures",
                        FIGURES.stream().map(f -> figure(by.get(f))).toArray());
    }

    private static String figure(@Nullable Kpi kpi) {
        Double value = kpi == null ? null : kpi.value();
        if (kpi == null || value == null) {
            return "—";
        }
        return kpi.unit().equals("percent") ? Numbers.decimal(value, 1) + "%" : Numbers.whole(Math.round(value));
    }

    private void planNew() {
        form.begin();
        fill();
    }

    private void change(Campaign c) {
        form.begin(c);
        fill();
    }

    private void fill() {
        body.getChildren().setAll(form.root());
        foot.getChildren().setAll(form.buttons());
        body.applyCss(); // a scroll pane takes its content in with its skin; before that nothing in it can be focused
        form.focusFirst();
    }

    private void back() {
        body.getChildren().setAll(list.root());
        foot.getChildren().setAll(summary, plan);
        plan.requestFocus();
    }

    /// An end without words says nothing to the next shift: it asks for them.
    private void end(Campaign c) {
        String said = summary.getText() == null ? "" : summary.getText().strip();
        if (said.isEmpty()) {
            summary.requestFocus();
        } else {
            sending.send(new Aside.EndCampaign(Sending.head(), c.id(), said));
            summary.clear();
        }
    }

    private void permit(KeyButton button, boolean may) {
        if (may) {
            button.allow();
        } else {
            button.forbid(text("campaign.who"));
        }
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
