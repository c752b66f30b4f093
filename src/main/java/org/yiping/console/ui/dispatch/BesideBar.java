package org.yiping.console.ui.dispatch;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.yiping.console.outbox.Drafts;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.casework.Assistance;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;

/// What is done beside the case's way: a note, another department asked to help, its report back (备注、协办). FX
/// thread.
final class BesideBar {
    private final CaseViewModel model;
    private final Hall hall;
    private final Words words;
    private final Label helping = Nodes.cut("", "t-second");
    private final TextField text = new TextField();
    private final ComboBox<Department> department = new ComboBox<>();
    private final KeyButton note;
    private final KeyButton ask;
    private final KeyButton report;
    private final NoteFiles files;
    private final VBox root;
    private final Label draft = Nodes.keep("", "t-second");
    private @Nullable CaseId about;
    private boolean restoring;
    private int refused;

    BesideBar(CaseViewModel model, Hall hall) {
        this.model = model;
        this.hall = hall;
        words = model.words();
        files = new NoteFiles(model.desk(), hall);
        text.setId("case/beside-text");
        text.setPromptText(words("case.beside-text"));
        text.setAccessibleText(words("case.beside-text"));
        text.setMinWidth(0);
        text.textProperty().subscribe(this::written);
        Nodes.show(draft, false);
        department.setId("case/beside-department");
        department.setPromptText(words("case.beside-department"));
        department.setAccessibleText(words("case.beside-department"));
        department.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Department d) {
                return d == null ? "" : d.name();
            }

            @Override
            public @Nullable Department fromString(String name) {
                return null; // chosen, never typed
            }
        });
        note = button(
                "case/beside-note",
                "case.beside-note",
                () -> send(c -> new Aside.AddNote(head(), c.id(), said(), files.take())));
        ask = button("case/beside-ask", "case.beside-ask", this::ask);
        report = button(
                "case/beside-report",
                "case.beside-report",
                () -> send(c -> new Aside.ReportBack(head(), c.id(), said())));
        HBox line = Nodes.row(
                "plan-bar", Nodes.grow(text), draft, files.says(), files.button(), note, department, ask, report);
        files.dropOn(line);
        root = new VBox(Nodes.row("plan-bar", helping), line);
    }

    /// What was written here before, marked as such.
    private void restore(@Nullable CaseId id) {
        Drafts.Draft kept = id == null
                ? null
                : model.desk().outbox().drafts().find(id, Drafts.BESIDE).orElse(null);
        restoring = true;
        text.setText(kept == null ? "" : kept.text());
        restoring = false;
        draft.setText(
                kept == null ? "" : hall.messages().get("case.draft-of", words.shortMinute(kept.at(), hall.now())));
        Nodes.show(draft, kept != null);
    }

    private void written(String now) {
        CaseId id = about;
        if (!restoring && id != null) {
            Nodes.show(draft, false);
            model.desk().outbox().drafts().keep(id, Drafts.BESIDE, now);
        }
    }

    private KeyButton button(String id, String key, Runnable action) {
        return new KeyButton(hall.messages(), id, words(key), "", action).low();
    }

    Region root() {
        return root;
    }

    void refresh() {
        Optional<Case> open = model.value();
        CaseId id = open.map(Case::id).orElse(null);
        boolean another = !Objects.equals(id, about);
        if (another) { // words and files meant for another case
            about = id;
            files.clear();
        }
        if (another
                || (refused != model.deliveries().refused() && text.getText().isEmpty())) {
            refused = model.deliveries().refused();
            restore(id);
        }
        String post = model.desk().me().map(m -> m.actor().post().value()).orElse("");
        boolean asks = post.equals("dispatcher") || post.equals("duty-leader");
        boolean asked = open.stream()
                .flatMap(c -> c.progress().assistants().stream())
                .anyMatch(a -> a.open() && own().filter(a.department()::equals).isPresent());
        boolean led = open.map(c -> c.progress().department() != null).orElse(false);
        Nodes.show(department, asks && led);
        Nodes.show(ask, asks && led);
        Nodes.show(report, asked);
        note.pending(model.pending());
        ask.pending(model.pending());
        report.pending(model.pending());
        String line = open.map(this::line).orElse("");
        helping.setText(line);
        Nodes.show(helping.getParent(), !line.isEmpty());
        if (department.getItems().isEmpty()) {
            department
                    .getItems()
                    .setAll(model.desk()
                            .stores()
                            .departments()
                            .rows()
                            .values()
                            .sorted(Comparator.comparing(d -> d.id().value()))
                            .toList());
        }
    }

    private Optional<DepartmentId> own() {
        return model.desk()
                .me()
                .flatMap(m -> model.desk().stores().people().find(m.actor().person()))
                .map(p -> p.department());
    }

    private String line(Case c) {
        return c.progress().assistants().stream().map(this::line).collect(Collectors.joining("   "));
    }

    private String line(Assistance a) {
        return a.open()
                ? hall.messages().get("case.assist-open", words.department(a.department()), a.what())
                : hall.messages()
                        .get(
                                "case.assist-done",
                                words.department(a.department()),
                                words.moment(a.reportedAt(), hall.now()),
                                String.valueOf(a.report()));
    }

    List<Action> actions() {
        return List.of(hall.action("case/beside-write", "case.group", "case.beside-write", text::requestFocus)
                .on(Key.alt(KeyCode.N))
                .refused(model.value().isEmpty() ? words("case.pick-one") : ""));
    }

    private void ask() {
        Department chosen = department.getValue();
        if (chosen == null) {
            department.requestFocus();
        } else {
            send(c -> new Aside.AskAssistance(head(), c.id(), chosen.id(), said()));
        }
    }

    /// Nothing is sent without words, nor with more than the platform takes.
    private void send(java.util.function.Function<Case, Aside> command) {
        if (said().isEmpty()) {
            text.requestFocus();
            return;
        }
        if (said().length() > Command.LONGEST_TEXT) {
            draft.setText(hall.messages().get("words.too-long", Command.LONGEST_TEXT, said().length()));
            Nodes.show(draft, true);
            text.requestFocus();
            return;
        }
        model.value().ifPresent(c -> {
            model.deliveries().send(command.apply(c));
            restoring = true; // the draft goes when the platform has it
            text.clear();
            restoring = false;
        });
    }

    private String said() {
        return text.getText() == null ? "" : text.getText().strip();
    }

    private static Command.Head head() {
        return new Command.Head(new CommandId(UUID.randomUUID().toString()), 0, null);
    }

    private String words(String key) {
        return hall.messages().get(key);
    }
}
