package org.yiping.console.ui.camera;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.patrol.PatrolPlanId;

/// Makes a plan of the cameras on the tiles: name, what to look for, when, how long a tour stays; an older plan of the
/// same name is replaced. FX thread.
final class PatrolForm {
    private static final Pattern BETWEEN = Pattern.compile("[\\s,，、;；]+");

    private static final List<Integer> DWELLS = List.of(5, 8, 12, 20, 30, 60, 120);
    private static final int USUAL = 12;

    private final Desk desk;
    private final Hall hall;
    private final Consumer<Aside> send;
    private final Runnable close;
    private final Label cameras = Nodes.label("", "t-second");
    private final TextField name;
    private final TextField goal;
    private final TextField times;
    private final ComboBox<Integer> dwell = new ComboBox<>();
    private final Label problem = Nodes.whenSaid(Nodes.label("", "field-error"));
    private final List<KeyButton> buttons;
    private final Region root;
    private List<CameraId> taken = List.of();

    PatrolForm(Desk desk, Hall hall, Consumer<Aside> send, Runnable close) {
        this.desk = desk;
        this.hall = hall;
        this.send = send;
        this.close = close;
        cameras.setWrapText(true);
        problem.setWrapText(true);
        name = field("patrol/name", "patrol.name", "");
        goal = field("patrol/goal", "patrol.goal", "");
        times = field("patrol/times", "patrol.times", text("patrol.times-hint"));
        dwell.setId("patrol/dwell");
        dwell.setAccessibleText(text("patrol.dwell"));
        dwell.getItems().setAll(DWELLS);
        dwell.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer s) {
                return s == null ? "" : hall.messages().get("tour.dwell", s);
            }

            @Override
            public @Nullable Integer fromString(String typed) {
                return null; // chosen, never typed
            }
        });
        KeyButton plan = new KeyButton(hall.messages(), "patrol/plan", text("patrol.plan"), "Ctrl ↵", this::plan)
                .low()
                .primary();
        KeyButton cancel =
                new KeyButton(hall.messages(), "patrol/cancel-plan", text("patrol.cancel"), "Esc", close).low();
        buttons = List.of(plan, cancel);
        root = Nodes.column(
                "form",
                cameras,
                labelled("patrol.name", name),
                labelled("patrol.goal", goal),
                labelled("patrol.times", times),
                labelled("patrol.dwell", dwell),
                problem);
        Nodes.onEscape(root, close);
    }

    Region root() {
        return root;
    }

    List<KeyButton> buttons() {
        return buttons;
    }

    void focus() {
        name.requestFocus();
    }

    void begin(List<CameraId> shown) {
        taken = shown;
        cameras.setText(hall.messages().get("patrol.of-tiles", shown.size()));
        name.clear();
        goal.clear();
        times.clear();
        dwell.setValue(USUAL);
        problem.setText("");
    }

    private void plan() {
        String called = name.getText() == null ? "" : name.getText().strip();
        List<LocalTime> due = read(times.getText() == null ? "" : times.getText());
        Integer seconds = dwell.getValue();
        if (called.isEmpty()) {
            problem.setText(text("patrol.need-name"));
        } else if (taken.isEmpty()) {
            problem.setText(text("patrol.need-cameras"));
        } else if (due == null) {
            problem.setText(text("patrol.bad-times"));
        } else {
            PatrolPlan known = desk.stores()
                    .patrolPlans()
                    .rows()
                    .values()
                    .filter(p -> !p.retired() && p.task().name().equals(called))
                    .findFirst()
                    .orElse(null);
            PatrolPlanId id = known == null ? new PatrolPlanId(UUID.randomUUID().toString()) : known.id();
            send.accept(new Aside.PlanPatrol(
                    new Command.Head(
                            new CommandId(UUID.randomUUID().toString()),
                            known == null ? 0 : desk.stores().revision(),
                            null),
                    id,
                    new PatrolPlan.Task(
                            called,
                            goal.getText() == null ? "" : goal.getText().strip(),
                            taken,
                            seconds == null ? USUAL : seconds,
                            due),
                    false));
            close.run();
        }
    }

    /// Absent where a word is no time of a day.
    private static @Nullable List<LocalTime> read(String typed) {
        List<LocalTime> all = new ArrayList<>();
        for (String word : BETWEEN.split(typed.strip(), -1)) {
            if (word.isEmpty()) {
                continue;
            }
            try {
                String plain = word.replace('：', ':');
                all.add(LocalTime.parse(plain.length() == 4 ? "0" + plain : plain));
            } catch (DateTimeException _) {
                return null;
            }
        }
        return all;
    }

    private TextField field(String id, String key, String hint) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(text(key));
        field.setPromptText(hint);
        return field;
    }

    private Region labelled(String key, Region field) {
        return Nodes.column("section", Nodes.label(text(key), "field-label"), field);
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
