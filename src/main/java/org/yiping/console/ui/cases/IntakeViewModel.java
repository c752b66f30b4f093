package org.yiping.console.ui.cases;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.outbox.Drafts;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Words;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.geo.Position;

/// Registering a case at the desk (登记): the class by typed words, the place, who called. FX thread.
final class IntakeViewModel {
    /// Between the last key and what follows from it.
    static final Duration PAUSE = Duration.ofMillis(300);

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final ClassFinder finder = new ClassFinder();
    private final PlaceFinder places;
    private final ObservableList<CaseClass> classes = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable CaseClass> subject = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Position> at = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final SimilarCases similar;
    private final CaseId about;
    private IntakeSheet kept;
    private IntakeSheet last;
    private int edits;

    /// Begins with what is known already: a call's number, a draft, which is kept where it was found.
    IntakeViewModel(Desk desk, Hall hall, CaseId about, IntakeSheet first) {
        this.about = about;
        this.desk = desk;
        this.hall = hall;
        this.words = new Words(desk.stores(), hall.messages());
        this.places = new PlaceFinder(desk, hall, words);
        this.similar = new SimilarCases(desk, hall, words);
        this.kept = first;
        this.last = first;
        places.caller(first.reporter().phone());
        subject.set(known(first.classCode()).orElse(null));
        at.set(first.at());
        lookSoon();
    }

    private Optional<CaseClass> known(String code) {
        return code.isEmpty()
                ? Optional.empty()
                : desk.city().flatMap(c -> c.rules().catalogue().find(new ClassCode(code)));
    }

    /// What the form began with, and holds since.
    IntakeSheet sheet() {
        return last;
    }

    /// What typed words may mean.
    ObservableList<CaseClass> classes() {
        return classes;
    }

    PlaceFinder places() {
        return places;
    }

    ReadOnlyObjectProperty<@Nullable CaseClass> subject() {
        return subject.getReadOnlyProperty();
    }

    /// Where it is, as far as anybody has said; absent where there are words alone.
    ReadOnlyObjectProperty<@Nullable Position> at() {
        return at.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// Cases that may be the same thing as what is being taken in (相似案件).
    SimilarCases similar() {
        return similar;
    }

    void typedClass(String text) {
        subject.set(null);
        classes.setAll(
                text.isBlank()
                        ? List.of()
                        : desk.city()
                                .map(c -> finder.find(c.rules().catalogue(), text))
                                .orElse(List.of()));
        lookSoon();
    }

    void choose(CaseClass value) {
        subject.set(value);
        classes.clear();
        lookSoon();
    }

    void typedPlace(String text) {
        at.set(IntakeSheet.position(text).orElse(null));
        places.typed(text);
        lookSoon();
    }

    void choose(Position position) {
        at.set(position);
        places.settle();
        lookSoon();
    }

    /// In which cell, where that is known.
    String where(Position position) {
        AreaCode cell = nearest(position);
        String point = PlaceFinder.where(position);
        return cell == null ? point : hall.messages().get("intake.where", point, words.area(cell));
    }

    /// Keeps the sheet as it is a moment after the last key: a crash costs no more than that.
    void edited(IntakeSheet sheet) {
        last = sheet;
        int edit = ++edits;
        hall.fx().after(PAUSE, () -> {
            if (edit == edits) {
                keep();
            }
        });
    }

    /// At once: the form goes, or the window.
    void keep() {
        edits++;
        if (last.equals(kept)) {
            return;
        }
        kept = last;
        desk.outbox().drafts().keep(about, Drafts.INTAKE, last.written() ? last.text() : "");
    }

    /// Nothing of it is wanted any more, nor of what was refused before.
    void drop() {
        edits++;
        kept = last;
        for (Delivery refused : RefusedIntake.of(about, desk.outbox())) {
            var _ = desk.outbox().discard(refused.command().head().id());
        }
        desk.outbox().drafts().keep(about, Drafts.INTAKE, "");
    }

    private void lookSoon() {
        CaseClass chosen = subject.get();
        similar.look(chosen == null && !classes.isEmpty() ? classes.getFirst() : chosen, at.get());
    }

    /// The action that creates a case and is open to this post.
    Optional<Workflow.Transition> action() {
        return action(desk);
    }

    static Optional<Workflow.Transition> action(Desk desk) {
        return desk.city()
                .flatMap(city -> desk.me()
                        .flatMap(me -> city.rules().workflow().transitions().stream()
                                .filter(t -> t.from().isEmpty()
                                        && t.permission()
                                                .posts()
                                                .contains(me.actor().post()))
                                .findFirst()));
    }

    String name(CaseClass value) {
        return words.name(value);
    }

    String group(CaseClass value) {
        return hall.messages().get("intake.class-beside", value.code().value(), words.group(value));
    }

    /// Puts the case into the outbox; false, with `problem` set, where something is missing.
    boolean register(IntakeSheet sheet) {
        last = sheet;
        Workflow.Transition transition = action().orElse(null);
        CaseClass thing = subject.get();
        Position position = at.get();
        if (transition == null) {
            return refused("intake.not-allowed");
        }
        if (thing == null) {
            return refused("intake.no-class");
        }
        if (position != null
                && !desk.city().map(c -> c.extent().contains(position)).orElse(true)) {
            return refused("intake.outside");
        }
        if (position == null && sheet.address().isBlank()) {
            return refused("intake.no-place");
        }
        if (sheet.description().strip().length() > Command.LONGEST_TEXT) {
            problem.set(hall.messages()
                    .get(
                            "words.too-long",
                            Command.LONGEST_TEXT,
                            sheet.description().strip().length()));
            return false;
        }
        problem.set("");
        submit(transition.action(), thing, sheet, position);
        return true;
    }

    private boolean refused(String key) {
        problem.set(hall.messages().get(key));
        return false;
    }

    /// The draft goes when the command is on disk, not before.
    private void submit(ActionCode action, CaseClass thing, IntakeSheet sheet, @Nullable Position position) {
        keep();
        CaseId id = new CaseId(UUID.randomUUID().toString());
        Command.Intake intake = new Command.Intake(
                new Subject(
                        thing.kind(),
                        thing.code(),
                        null,
                        Severity.ORDINARY,
                        null,
                        sheet.description().strip()),
                new Place(position, sheet.address().strip(), position == null ? null : nearest(position)),
                new SourceCode(sheet.origin().walkIn() ? IntakeSheet.VISIT : "hotline"),
                sheet.caller(),
                false);
        Command.Head head = new Command.Head(new CommandId(UUID.randomUUID().toString()), 0, null);
        var _ = desk.outbox()
                .submit(new Command.ReportCase(head, id, action, intake, List.of()))
                .whenComplete((_, failure) -> hall.fx().execute(() -> {
                    if (failure == null) {
                        drop();
                    } else {
                        problem.set(hall.messages().get("intake.disk"));
                    }
                }));
    }

    private @Nullable AreaCode nearest(Position position) {
        return desk.stores()
                .areas()
                .rows()
                .values()
                .filter(a -> a.level().equals("cell"))
                .min(Comparator.comparingDouble(a -> a.centre().distanceMetres(position)))
                .map(Area::code)
                .orElse(null);
    }
}
