package org.yiping.console.ui.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.CityFacts;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Sending;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.DayPicker;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.area.Area;
import org.yiping.domain.campaign.Campaign;
import org.yiping.domain.campaign.CampaignId;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.Department;

/// Plans a special campaign or changes one: name, goal, classes, areas, days, the department that answers for it. FX
/// thread.
final class CampaignForm {
    private static final int USUAL_DAYS = 30;

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final Runnable close;
    private final TextField name = new TextField();
    private final TextField goal = new TextField();
    private final CodesField classes;
    private final CodesField areas;
    private final DayPicker from;
    private final DayPicker until;
    private final ComboBox<Department> lead = new ComboBox<>();
    private final Label problem = Nodes.label("", "field-error");
    private final Region root;
    private final Region buttons;
    private CampaignId id = new CampaignId("new");
    private long seen;

    CampaignForm(Desk desk, Hall hall, Sending sending, Runnable close) {
        this.desk = desk;
        this.hall = hall;
        this.close = close;
        words = new Words(desk.stores(), hall.messages());
        classes = new CodesField(
                hall, "campaign/classes", text("campaign.classes"), text("campaign.classes-hint"), this::caseClass);
        areas = new CodesField(hall, "campaign/areas", text("campaign.areas"), text("campaign.areas-hint"), this::area);
        from = new DayPicker("campaign/from", text("campaign.from"));
        until = new DayPicker("campaign/until", text("campaign.until"));
        lead.setId("campaign/lead");
        lead.setAccessibleText(text("campaign.lead"));
        lead.setMaxWidth(Double.MAX_VALUE);
        lead.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Department d) {
                return d == null ? text("campaign.lead-hall") : d.name();
            }

            @Override
            public @Nullable Department fromString(String typed) {
                return null; // chosen, never typed
            }
        });
        problem.setWrapText(true);
        KeyButton plan = new KeyButton(hall.messages(), "campaign/plan", text("campaign.plan"), "", () -> plan(sending))
                .primary();
        KeyButton cancel = new KeyButton(hall.messages(), "campaign/cancel", text("campaign.cancel"), "", close);
        buttons = Nodes.row("line-wide", plan, cancel);
        VBox form = Nodes.column(
                "form",
                named("campaign/name", "campaign.name", name),
                named("campaign/goal", "campaign.goal", goal),
                classes.root(),
                areas.root(),
                Nodes.row(
                        "line-wide",
                        Nodes.grow(labelled("campaign.from", from)),
                        Nodes.grow(labelled("campaign.until", until))),
                Nodes.column("section", Nodes.label(text("campaign.lead"), "field-label"), lead),
                problem);
        ScrollPane scroll = Nodes.drawnStraight(new ScrollPane(form));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root = scroll;
    }

    Region root() {
        return root;
    }

    /// Stands at the panel's foot, so that it is never below the edge.
    Region buttons() {
        return buttons;
    }

    void focusFirst() {
        name.requestFocus();
    }

    void begin(Campaign value) {
        fill(value.id(), value.name(), value.goal(), value.bounds());
        seen = desk.stores().revision();
        lead.setValue(
                value.lead() == null
                        ? null
                        : desk.stores().departments().find(value.lead()).orElse(null));
    }

    void begin() {
        LocalDate today = LocalDate.ofInstant(hall.now(), words.zone());
        fill(
                new CampaignId(UUID.randomUUID().toString()),
                "",
                "",
                new Campaign.Bounds(List.of(), List.of(), start(today), start(today.plusDays(USUAL_DAYS))));
        seen = 0;
        lead.setValue(null);
    }

    private void fill(CampaignId of, String called, String aim, Campaign.Bounds bounds) {
        id = of;
        name.setText(called);
        goal.setText(aim);
        classes.set(bounds.classes());
        areas.set(bounds.areas());
        from.setValue(LocalDate.ofInstant(bounds.from(), words.zone()));
        until.setValue(LocalDate.ofInstant(bounds.until().minusMillis(1), words.zone()));
        lead.getItems().setAll(departments());
        problem.setText("");
    }

    private List<Department> departments() {
        return desk.stores()
                .departments()
                .rows()
                .values()
                .sorted(Comparator.comparing(d -> d.id().value()))
                .toList();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(words.zone()).toInstant();
    }

    private void plan(Sending sending) {
        String called = name.getText() == null ? "" : name.getText().strip();
        CodesField.Read asked = classes.read();
        CodesField.Read where = areas.read();
        LocalDate first = from.getValue();
        LocalDate last = until.getValue();
        if (called.isEmpty()) {
            problem.setText(text("campaign.need-name"));
        } else if (asked instanceof CodesField.Read.Unknown(String word)) {
            problem.setText(hall.messages().get("campaign.unknown-class", word));
        } else if (where instanceof CodesField.Read.Unknown(String word)) {
            problem.setText(hall.messages().get("campaign.unknown-area", word));
        } else if (first == null || last == null || last.isBefore(first)) {
            problem.setText(text("campaign.need-days"));
        } else if (asked instanceof CodesField.Read.Codes(List<String> kinds)
                && where instanceof CodesField.Read.Codes(List<String> places)) {
            if (kinds.isEmpty() && places.isEmpty()) {
                problem.setText(text("campaign.need-bounds"));
                return;
            }
            Department answers = lead.getValue();
            sending.send(new Aside.PlanCampaign(
                    new Command.Head(new CommandId(UUID.randomUUID().toString()), seen, null),
                    id,
                    called,
                    goal.getText() == null ? "" : goal.getText().strip(),
                    new Campaign.Bounds(kinds, places, start(first), start(last.plusDays(1))),
                    answers == null ? null : answers.id()));
            close.run();
        }
    }

    /// A class by its code or name, or all whose code begins so.
    private Optional<CodesField.Meaning> caseClass(String word) {
        List<CaseClass> all = desk.city()
                .map(CityFacts::rules)
                .map(r -> r.catalogue().classes())
                .orElse(List.of());
        Optional<CaseClass> one = all.stream()
                .filter(c -> c.code().value().equals(word) || words.name(c).equals(word))
                .findFirst();
        if (one.isPresent()) {
            return one.map(c -> new CodesField.Meaning(c.code().value(), words.name(c)));
        }
        List<CaseClass> begun = all.stream()
                .filter(c -> c.code().value().startsWith(word) || words.group(c).equals(word))
                .toList();
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        String code = words.group(begun.getFirst()).equals(word)
                ? common(begun.stream().map(c -> c.code().value()).toList())
                : word;
        return Optional.of(new CodesField.Meaning(
                code, hall.messages().get("campaign.group", words.group(begun.getFirst()), begun.size())));
    }

    /// What all these codes begin with.
    private static String common(List<String> codes) {
        String beginning = codes.getFirst();
        for (String code : codes) {
            while (!code.startsWith(beginning)) {
                beginning = beginning.substring(0, beginning.length() - 1);
            }
        }
        return beginning;
    }

    private Optional<CodesField.Meaning> area(String word) {
        return desk.stores()
                .areas()
                .rows()
                .values()
                .filter(a -> a.code().value().equals(word) || a.name().equals(word))
                .min(Comparator.comparingInt((Area a) -> a.code().value().length()))
                .map(a -> new CodesField.Meaning(a.code().value(), a.name()));
    }

    private Region named(String fieldId, String key, TextField field) {
        field.setId(fieldId);
        field.setAccessibleText(text(key));
        return Nodes.column("section", Nodes.label(text(key), "field-label"), field);
    }

    private Region labelled(String key, DayPicker picker) {
        return Nodes.column("section", Nodes.label(text(key), "field-label"), picker);
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
