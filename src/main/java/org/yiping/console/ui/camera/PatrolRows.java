package org.yiping.console.ui.camera;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.store.CityFacts;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.SimulatedTag;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.patrol.PatrolRound;

/// Rows of plans, of past rounds and of what one round saw. FX thread.
final class PatrolRows {
    private static final int MOST_ROUNDS = 30;
    private static final int PICTURE = 210;
    private static final int MOST_PICTURES = 40;
    private static final int SHOWN = 12;

    private final Desk desk;
    private final Hall hall;
    private final PatrolWalk walk;
    private final Words words;
    private final RowPictures pictures;

    /// `came` is told when a picture asked for is here.
    PatrolRows(Desk desk, Hall hall, PatrolWalk walk, Runnable came) {
        this.desk = desk;
        this.hall = hall;
        this.walk = walk;
        words = new Words(desk.stores(), hall.messages());
        pictures = new RowPictures(desk, hall, MOST_PICTURES, PICTURE, came);
    }

    /// What could not be had is asked for once more.
    void again() {
        pictures.again();
    }

    /// The message key of an outcome.
    static String outcome(String code) {
        return switch (code) {
            case PatrolRound.IN_ORDER -> "patrol.was-in-order";
            case PatrolRound.UNSEEN -> "patrol.was-unseen";
            case PatrolRound.NOTED -> "patrol.was-noted";
            case PatrolRound.CASE -> "patrol.was-case";
            default -> "patrol.was-other";
        };
    }

    List<Node> plans(List<PatrolPlan> all, Consumer<PatrolPlan> begin, Consumer<PatrolPlan> retire) {
        if (all.isEmpty()) {
            return List.of(EmptyState.empty(text(walk.mayPlan() ? "patrol.none-plan" : "patrol.none")));
        }
        Instant now = hall.now();
        List<Node> rows = new ArrayList<>();
        for (PatrolPlan plan : all) {
            PatrolRound due = walk.due(plan, now);
            String word = due.isDone() ? "patrol.look-again" : due.looks().isEmpty() ? "patrol.begin" : "patrol.go-on";
            KeyButton open = new KeyButton(
                            hall.messages(),
                            "patrol/begin-" + plan.id().value(),
                            text(word),
                            "",
                            () -> begin.accept(plan))
                    .low();
            if (!walk.mayWalk()) {
                open.forbid(text("patrol.who-walks"));
            }
            HBox hands = Nodes.row("line-right", open);
            if (walk.mayPlan()) {
                hands.getChildren()
                        .addFirst(new KeyButton(
                                        hall.messages(),
                                        "patrol/retire-" + plan.id().value(),
                                        text("patrol.retire"),
                                        "",
                                        () -> retire.accept(plan))
                                .low()
                                .flat());
            }
            boolean begun = !due.looks().isEmpty();
            rows.add(Nodes.column(
                    "patrol-entry",
                    strong(plan.task().name()),
                    wrapped(begun ? progress(due, now) : ahead(due, now)),
                    wrapped(begun ? sums(due) : plan.task().goal()),
                    hands));
        }
        return rows;
    }

    List<Node> rounds(List<PatrolRound> all, Consumer<PatrolRound> open) {
        List<Node> rows = new ArrayList<>();
        rows.add(Nodes.label(text("patrol.rounds"), "section-title"));
        if (all.isEmpty()) {
            rows.add(wrapped(text("patrol.no-rounds")));
        }
        Instant now = hall.now();
        all.stream().limit(MOST_ROUNDS).forEach(r -> {
            KeyButton look = new KeyButton(
                            hall.messages(),
                            "patrol/report-" + r.id().value(),
                            text("patrol.report"),
                            "",
                            () -> open.accept(r))
                    .low();
            rows.add(Nodes.column(
                    "patrol-entry",
                    strong(r.name()),
                    wrapped(r.isDone() ? words.shortMinute(r.slot(), now) : progress(r, now)),
                    wrapped(sums(r)),
                    Nodes.row("line-right", look)));
        });
        return rows;
    }

    /// What one round saw, findings first, then what nobody saw, then the rest.
    List<Node> report(PatrolRound round, Consumer<CaseId> open) {
        Instant now = hall.now();
        List<Node> rows = new ArrayList<>();
        rows.add(wrapped(progress(round, now)));
        rows.add(wrapped(sums(round)));
        List<PatrolRound.Look> looks = new ArrayList<>(round.findings());
        round.cameras().stream()
                .flatMap(c -> round.at(c).stream())
                .filter(l -> !l.seen().found())
                .sorted(Comparator.comparing(l -> !l.seen().outcome().equals(PatrolRound.UNSEEN)))
                .forEach(looks::add);
        looks.forEach(l -> rows.add(look(round, l, now, open)));
        round.cameras().stream()
                .filter(c -> round.at(c).isEmpty())
                .forEach(c -> rows.add(Nodes.column(
                        "patrol-entry",
                        wrapped(desk.stores()
                                .cameras()
                                .find(c)
                                .map(Camera::name)
                                .orElse(c.value())),
                        wrapped(text("patrol.not-looked")))));
        return rows;
    }

    private Node look(PatrolRound round, PatrolRound.Look l, Instant now, Consumer<CaseId> open) {
        PatrolRound.Seen seen = l.seen();
        var code = seen.classCode();
        String what = code == null
                ? ""
                : desk.city()
                        .map(CityFacts::rules)
                        .flatMap(r -> r.catalogue().find(code))
                        .map(words::name)
                        .orElse(code.value());
        VBox row = Nodes.column(
                "patrol-entry",
                wrapped(desk.stores()
                        .cameras()
                        .find(seen.camera())
                        .map(Camera::name)
                        .orElse(seen.camera().value())),
                wrapped(String.join(
                        " · ",
                        List.of(text(outcome(seen.outcome())), what, seen.note()).stream()
                                .filter(s -> !s.isBlank())
                                .toList())),
                wrapped(words.shortMinute(seen.at(), now) + " · " + words.person(l.by().person())));
        PatrolRound.Picture picture = seen.picture();
        if (picture != null) {
            row.getChildren().add(picture(round, picture));
        }
        CaseId made = seen.caseId();
        if (made != null) {
            KeyButton show = new KeyButton(
                            hall.messages(),
                            "patrol/case-" + made.value(),
                            words.number(made),
                            "",
                            () -> open.accept(made))
                    .low();
            row.getChildren().add(show);
        }
        return row;
    }

    private Node picture(PatrolRound round, PatrolRound.Picture picture) {
        Image image = pictures.image(picture.fileId(), use -> use.patrolPicture(round.id(), picture.fileId()));
        Label facts = wrapped(hall.messages()
                .get(
                        "patrol.picture-facts",
                        Shutter.when(words.second(picture.footage().from()), picture.footage()),
                        picture.fileId()
                                .substring(0, Math.min(SHOWN, picture.fileId().length()))));
        if (image == null) {
            return Nodes.column("exhibit", wrapped(pictures.why(picture.fileId())), facts);
        }
        ImageView view = new ImageView(image);
        view.setAccessibleText(facts.getText());
        boolean simulated = desk.stores()
                .cameras()
                .find(picture.footage().camera())
                .filter(c -> c.state().simulated())
                .isPresent();
        return simulated
                ? Nodes.column("exhibit", new SimulatedTag(SimulatedTag.What.PICTURE, hall.messages()), view, facts)
                : Nodes.column("exhibit", view, facts);
    }

    /// Which round it is, in one line.
    String title(PatrolRound r) {
        return r.name() + " " + words.shortMinute(r.slot(), hall.now());
    }

    private String progress(PatrolRound r, Instant now) {
        return hall.messages()
                .get(
                        "patrol.progress",
                        words.shortMinute(r.slot(), now),
                        r.ticked(),
                        r.cameras().size());
    }

    private String ahead(PatrolRound r, Instant now) {
        return hall.messages()
                .get(
                        "patrol.not-begun",
                        words.shortMinute(r.slot(), now),
                        r.cameras().size());
    }

    private String sums(PatrolRound r) {
        return hall.messages()
                .get(
                        "patrol.sums",
                        r.count(PatrolRound.IN_ORDER),
                        r.count(PatrolRound.UNSEEN),
                        r.findings().size());
    }

    private static Label strong(String words) {
        Label label = wrapped(words);
        label.getStyleClass().setAll("label", "t-body", "t-strong");
        return label;
    }

    private static Label wrapped(String words) {
        Label label = Nodes.label(words, "t-second");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
