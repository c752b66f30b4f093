package org.yiping.console.ui.duty;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Sending;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.console.ui.control.Tag;
import org.yiping.domain.automation.AutoRule;
import org.yiping.domain.automation.Plan;
import org.yiping.domain.automation.Planning;
import org.yiping.domain.automation.RuleId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.identity.PostCode;

/// The rules that act by themselves: what each does, whether it works, and the buttons that stop one or all. FX
/// thread.
final class RulesView {
    private static final Set<PostCode> STOPPERS = Set.of(new PostCode("duty-leader"), new PostCode("leader"));

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final Sending sending;
    private final PanelHeader header;
    private final DutyList list;
    private final TextField reason = new TextField();
    private final KeyButton stopAll;
    private final PanelFrame root;

    RulesView(Desk desk, Hall hall, Sending sending) {
        this.desk = desk;
        this.hall = hall;
        this.sending = sending;
        words = new Words(desk.stores(), hall.messages());
        header = new PanelHeader(hall.messages(), text("duty.rules"));
        header.meta(text("duty.rules-meta"));
        list = new DutyList(desk, "duty/rules", text("duty.rules"));
        reason.setId("duty/reason");
        reason.setPromptText(text("duty.reason"));
        reason.setAccessibleText(text("duty.reason"));
        stopAll = new KeyButton(hall.messages(), "duty/stop-all", text("duty.stop-all"), "", () -> halt(null, true))
                .danger();
        root = new PanelFrame(header, list.root());
        root.foot(Nodes.row("form-foot", Nodes.grow(reason), stopAll));
    }

    Region root() {
        return root;
    }

    void show(Subscriptions subscriptions) {
        Feed<RuleId> feed = hall.feed(_ -> refresh());
        subscriptions.add(feed);
        subscriptions.add(desk.stores().rules().subscribe(feed::changed));
        refresh();
    }

    void refresh() {
        List<AutoRule> rules = desk.stores()
                .rules()
                .rows()
                .values()
                .sorted(Comparator.comparing(r -> r.id().value()))
                .toList();
        Map<RuleId, Integer> announced = announced();
        boolean may = desk.me().map(m -> STOPPERS.contains(m.actor().post())).orElse(false);
        if (!list.outdated(rules, announced, may)) {
            return;
        }
        header.count(rules.size());
        list.fill(
                rules.stream()
                        .map(r -> row(r, announced.getOrDefault(r.id(), 0), may))
                        .toList(),
                text("duty.rules-none"));
        stopAll.setDisable(rules.stream().allMatch(r -> r.halted() != null));
        permit(stopAll, may);
    }

    private Map<RuleId, Integer> announced() {
        Map<RuleId, Integer> counts = new HashMap<>();
        desk.stores().cases().rows().values().forEach(c -> {
            Plan plan = Planning.automatic(c).plan();
            if (plan != null) {
                counts.merge(plan.rule(), 1, Integer::sum);
            }
        });
        return counts;
    }

    private Region row(AutoRule rule, int announced, boolean may) {
        AutoRule.Halt halt = rule.halted();
        Tag state = Tag.words(text(halt == null ? "duty.rule-works" : "duty.rule-stopped"));
        KeyButton button = new KeyButton(
                        hall.messages(),
                        "duty/rule-" + rule.id().value(),
                        text(halt == null ? "duty.stop" : "duty.start"),
                        "",
                        () -> halt(rule.id(), halt == null))
                .low();
        if (halt == null) {
            button.danger();
        }
        permit(button, may);
        VBox row = Nodes.column(
                "duty-row",
                Nodes.row("line", Nodes.cut(words.name(rule), "t-body", "t-strong"), state, Nodes.spring(), button),
                Nodes.cut(what(rule), "t-second"),
                Nodes.cut(bounds(rule, announced), "t-second"));
        if (halt != null) {
            row.getChildren()
                    .add(Nodes.cut(
                            hall.messages()
                                    .get(
                                            "duty.rule-stopped-by",
                                            words.post(halt.by().post()),
                                            words.person(halt.by().person()),
                                            words.moment(halt.at(), hall.now()),
                                            halt.reason()),
                            "t-second"));
        }
        return row;
    }

    /// On which cases it takes which action.
    private String what(AutoRule rule) {
        AutoRule.When w = rule.when();
        String on = String.join(
                " · ",
                java.util.stream.Stream.of(
                                w.sources().stream().map(words::source).collect(Collectors.joining(text("words.and"))),
                                w.classes().stream()
                                        .map(c -> words.classes(c.value()))
                                        .collect(Collectors.joining(text("words.and"))),
                                w.areas().stream().map(words::area).collect(Collectors.joining(text("words.and"))),
                                w.confidence() == null
                                        ? ""
                                        : hall.messages().get("duty.rule-sure", Math.round(w.confidence() * 100)),
                                w.hours().stream()
                                        .map(s -> s.from() + "–" + s.to())
                                        .collect(Collectors.joining(text("words.and"))))
                        .filter(s -> !s.isEmpty())
                        .toList());
        String action = words.action(rule.act().action());
        return hall.messages().get("duty.rule-what", on.isEmpty() ? text("duty.rule-any") : on, action);
    }

    private String bounds(AutoRule rule, int announced) {
        return hall.messages()
                .get(
                        "duty.rule-bounds",
                        rule.bounds().perHour(),
                        rule.bounds().veto().toSeconds(),
                        text(rule.bounds().missed() == AutoRule.Missed.ASK ? "duty.rule-asks" : "duty.rule-acts"),
                        announced,
                        rule.version());
    }

    private void permit(KeyButton button, boolean may) {
        if (may) {
            button.allow();
        } else {
            button.forbid(text("duty.stop-who"));
        }
    }

    /// A stop is one press: without words the reason says who pressed.
    private void halt(@Nullable RuleId rule, boolean halt) {
        String why = reason.getText().isBlank()
                ? text("duty.stop-reason")
                : reason.getText().strip();
        sending.send(new Aside.HaltRule(Sending.head(), rule, halt, halt ? why : ""));
        reason.clear();
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
