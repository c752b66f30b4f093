package org.yiping.console.ui.cases;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.Lookup.Twin;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Words;
import org.yiping.domain.area.Area;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Caller;
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
    private static final int MOST_CLASSES = 8;

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObservableList<Twin> similar = FXCollections.observableArrayList();
    private final ObservableList<Twin> seen = FXCollections.unmodifiableObservableList(similar);
    private @Nullable Sought sought;

    private record Sought(ClassCode classCode, Position place) {}

    /// What the form holds.
    record Draft(
            @Nullable CaseClass subject,
            String description,
            String address,
            String position,
            String callerName,
            Contact contact) {}

    /// How to reach who called, and whether they want to hear the end.
    record Contact(String phone, boolean callBack) {}

    IntakeViewModel(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        this.words = new Words(desk.stores(), hall.messages());
    }

    /// Cases that may be the same thing as what is being taken in (相似案件).
    ObservableList<Twin> similar() {
        return seen;
    }

    /// Asks the platform for duplicates as soon as class and position are known; without a link there are none to show.
    void look(@Nullable CaseClass subject, String typed) {
        Sought next = subject == null
                ? null
                : position(typed).map(p -> new Sought(subject.code(), p)).orElse(null);
        if (Objects.equals(next, sought)) {
            return;
        }
        sought = next;
        similar.clear();
        if (next != null) {
            var _ = desk.lookup().duplicates(next.classCode(), next.place()).thenAccept(f -> {
                if (f instanceof Found.Got<List<Twin>>(List<Twin> twins)) {
                    hall.fx().execute(() -> {
                        if (next.equals(sought)) {
                            similar.setAll(twins);
                        }
                    });
                }
            });
        }
    }

    String words(Twin t) {
        return hall.messages()
                .get(
                        "intake.twin",
                        t.value().head().number().value(),
                        words.metres(t.metres()),
                        words.age(t.apart().abs()),
                        words.state(t.value().progress().state()));
    }

    /// Goes to a case that is there already instead of taking it in again.
    void open(Twin t) {
        desk.pick(t.value().id());
    }

    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// The action that creates a case and is open to this post.
    Optional<Workflow.Transition> action() {
        return desk.city()
                .flatMap(city -> desk.me()
                        .flatMap(me -> city.rules().workflow().transitions().stream()
                                .filter(t -> t.from().isEmpty()
                                        && t.permission()
                                                .posts()
                                                .contains(me.actor().post()))
                                .findFirst()));
    }

    /// Classes whose name or code contains every typed word.
    List<CaseClass> classes(String typed) {
        String[] parts = typed.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
        return desk.city().stream()
                .flatMap(c -> c.rules().catalogue().classes().stream())
                .filter(c -> contains(c, parts))
                .limit(MOST_CLASSES)
                .toList();
    }

    String name(CaseClass value) {
        return words.name(value);
    }

    String group(CaseClass value) {
        return words.group(value);
    }

    /// Puts the case into the outbox; false, with `problem` set, where something is missing.
    boolean register(Draft draft) {
        Workflow.Transition transition = action().orElse(null);
        CaseClass subject = draft.subject();
        if (transition == null) {
            problem.set(hall.messages().get("intake.not-allowed"));
            return false;
        }
        if (subject == null) {
            problem.set(hall.messages().get("intake.no-class"));
            return false;
        }
        Position position = null;
        if (!draft.position().isBlank()) {
            Optional<Position> read = position(draft.position());
            if (read.isEmpty()) {
                problem.set(hall.messages().get("intake.bad-position"));
                return false;
            }
            position = read.get();
            if (!desk.city().map(c -> c.extent().contains(read.get())).orElse(true)) {
                problem.set(hall.messages().get("intake.outside"));
                return false;
            }
        }
        if (position == null && draft.address().isBlank()) {
            problem.set(hall.messages().get("intake.no-place"));
            return false;
        }
        problem.set("");
        submit(transition.action(), subject, draft, position);
        return true;
    }

    private void submit(ActionCode action, CaseClass subject, Draft draft, @Nullable Position position) {
        CaseId id = new CaseId(UUID.randomUUID().toString());
        boolean called =
                !draft.callerName().isBlank() || !draft.contact().phone().isBlank();
        Caller caller = called
                ? new Caller(
                        draft.callerName().strip(),
                        draft.contact().phone().strip(),
                        draft.contact().callBack(),
                        false)
                : null;
        Command.Intake intake = new Command.Intake(
                new Subject(
                        subject.kind(),
                        subject.code(),
                        null,
                        Severity.ORDINARY,
                        null,
                        draft.description().strip()),
                new Place(position, draft.address().strip(), position == null ? null : nearest(position)),
                new SourceCode("hotline"),
                caller,
                false);
        Command.Head head = new Command.Head(new CommandId(UUID.randomUUID().toString()), 0, null);
        var _ = desk.outbox()
                .submit(new Command.ReportCase(head, id, action, intake, List.of()))
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        hall.fx().execute(() -> problem.set(hall.messages().get("intake.disk")));
                    }
                });
    }

    private org.yiping.domain.area.@Nullable AreaCode nearest(Position position) {
        return desk.stores()
                .areas()
                .rows()
                .values()
                .filter(a -> a.level().equals("cell"))
                .min(java.util.Comparator.comparingDouble(a -> a.centre().distanceMetres(position)))
                .map(Area::code)
                .orElse(null);
    }

    /// "104.06412, 30.63239": longitude first, any separator.
    static Optional<Position> position(String text) {
        String[] parts = text.strip().split("[,，;\\s]+", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Position(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean contains(CaseClass value, String[] parts) {
        String all = (value.name() + " " + value.nameEnglish() + " " + value.major() + " "
                        + value.code().value())
                .toLowerCase(Locale.ROOT);
        for (String part : parts) {
            if (!all.contains(part)) {
                return false;
            }
        }
        return true;
    }
}
