package org.yiping.console.ui.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.InspectionLookup;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.command.Aside;
import org.yiping.domain.inspection.Inspection;
import org.yiping.domain.inspection.InspectionCard;
import org.yiping.domain.inspection.InspectionCard.Mark;
import org.yiping.domain.inspection.InspectionCard.Problem;
import org.yiping.domain.inspection.InspectionCard.Sheet;
import org.yiping.domain.inspection.InspectionSet;

/// The card of the point the hand is at, as it is filled in. FX thread.
///
/// Every touch is a draft at once, so that no crash and no lost link costs a mark; it goes when the platform
/// has a card that says the same. While a card is on its way nothing is written on it.
final class CardModel {
    private static final String PART = "inspection";

    private final InspectionModel model;
    private int row;

    CardModel(InspectionModel model) {
        this.model = model;
    }

    List<InspectionSet.Item> checklist() {
        return model.open()
                .flatMap(o -> model.point().map(p -> o.plan().set().checklist(p.kind())))
                .orElse(List.of());
    }

    /// The action by which a problem here becomes a case, where the city's workflow has none of that name.
    Optional<String> unfiled() {
        ActionCode action =
                model.open().map(o -> o.plan().set().filing().action()).orElse(null);
        return action == null
                ? Optional.empty()
                : model.desk()
                        .city()
                        .filter(c -> c.rules().workflow().find(action, null).isEmpty())
                        .map(_ -> action.value());
    }

    /// Which line of the checklist the hand is at.
    int row() {
        return Math.clamp(row, 0, Math.max(0, checklist().size() - 1));
    }

    void row(int next) {
        row = Math.clamp(next, 0, Math.max(0, checklist().size() - 1));
    }

    private Optional<InspectionCard> card() {
        return model.open().flatMap(o -> o.card(model.place()));
    }

    private int edition() {
        return card().map(InspectionCard::edition).orElse(0);
    }

    private List<Problem> problems() {
        return card().map(c -> c.sheet().problems()).orElse(List.of());
    }

    private Optional<SheetText.Begun> draft() {
        return about().flatMap(a -> model.desk().outbox().drafts().find(a, PART))
                .map(d -> SheetText.read(d.text(), problems()));
    }

    /// Drafts are called by the case they are about; here by plan and place.
    private Optional<CaseId> about() {
        return model.open().map(o -> new CaseId(o.plan().id().value() + "/" + model.place()));
    }

    /// As it stands: what is on its way, or half filled, or the platform's.
    Sheet sheet() {
        return model.delivery()
                .map(d -> ((Aside.InspectPoint) d.command()).sheet())
                .or(() -> draft().map(SheetText.Begun::sheet))
                .or(() -> card().map(InspectionCard::sheet))
                .orElse(Sheet.EMPTY);
    }

    /// Whether something is written here that the platform has not been told.
    boolean halfFilled() {
        return draft().isPresent();
    }

    /// Whose card stands by now, where what is half filled was begun from an earlier one.
    Optional<InspectionCard> overtaken() {
        return draft().filter(d -> d.edition() != edition()).flatMap(_ -> card());
    }

    boolean locked() {
        return model.delivery().isPresent()
                || !model.mayInspect()
                || model.point().isEmpty();
    }

    /// A draft whose words the platform has is no draft any more.
    void settle() {
        Optional<SheetText.Begun> begun = draft();
        InspectionCard card = card().orElse(null);
        if (begun.isPresent() && card != null && card.edition() > begun.get().edition()) {
            Sheet now = card.sheet();
            Sheet then = begun.get().sheet();
            if (now.marks().equals(then.marks())
                    && now.note().equals(then.note())
                    && now.photos().equals(then.photos())) {
                forget();
            }
        }
    }

    void forget() {
        about().ifPresent(a -> model.desk().outbox().drafts().keep(a, PART, ""));
    }

    private void change(UnaryOperator<Sheet> how) {
        if (!locked()) {
            int from = draft().map(SheetText.Begun::edition).orElseGet(this::edition);
            Sheet next = how.apply(sheet());
            about().ifPresent(a -> model.desk().outbox().drafts().keep(a, PART, SheetText.write(from, next)));
        }
    }

    /// Points for the line the hand is at, none where it does not apply; goes on to the next. False where it
    /// has no such mark.
    boolean mark(@Nullable Integer points) {
        List<InspectionSet.Item> list = checklist();
        if (locked()
                || list.isEmpty()
                || (points != null && points > list.get(row()).most())) {
            return false;
        }
        Mark mark = new Mark(list.get(row()).code(), points);
        change(s -> {
            List<Mark> marks = new ArrayList<>();
            for (InspectionSet.Item item : list) { // in the order of the list, however they were marked
                (item.code().equals(mark.item()) ? Optional.of(mark) : s.mark(item.code())).ifPresent(marks::add);
            }
            return new Sheet(false, marks, s.note(), s.photos(), s.problems(), s.simulated());
        });
        row(row() + 1);
        return true;
    }

    void note(String text) {
        if (!text.equals(sheet().note())) {
            change(s -> new Sheet(false, s.marks(), text, s.photos(), s.problems(), s.simulated()));
        }
    }

    void photo(String fileId) {
        change(s -> {
            List<String> photos = new ArrayList<>(s.photos());
            if (!photos.contains(fileId) && photos.size() < InspectionCard.MOST) {
                photos.add(fileId);
            }
            return new Sheet(false, s.marks(), s.note(), photos, s.problems(), s.simulated());
        });
    }

    /// The content of a photo: one that the platform's card names is asked for by the inspection; one that is still to
    /// be sent, or cannot be had there, may lie on this console's disk. Never exceptionally.
    CompletableFuture<Found<byte[]>> picture(String fileId) {
        Inspection open = model.open().orElse(null);
        InspectionLookup lookup = model.desk().lookup().inspections().orElse(null);
        boolean theirs = card().map(c -> c.sheet().photos().contains(fileId)).orElse(false);
        if (!theirs || open == null || lookup == null) {
            return model.desk().lookup().file(fileId);
        }
        return lookup.photo(open.plan().id(), fileId)
                .thenCompose(found -> found instanceof Found.Got<byte[]>
                        ? CompletableFuture.completedFuture(found)
                        : model.desk().lookup().file(fileId));
    }

    /// How many lines of the checklist have a mark.
    int marked() {
        Sheet s = sheet();
        return (int)
                checklist().stream().filter(i -> s.mark(i.code()).isPresent()).count();
    }

    /// Queues the card as it is, or as done; `told` hears an empty text when it lies on the disk.
    void save(boolean done, Consumer<String> told) {
        Sheet s = sheet();
        send(new Sheet(done, s.marks(), s.note(), s.photos(), s.problems(), false), told);
    }

    /// Queues it with a problem that becomes a case.
    void problem(ClassCode found, String text, Consumer<String> told) {
        Sheet s = sheet();
        List<Problem> all = new ArrayList<>(s.problems());
        all.add(new Problem(new CaseId(UUID.randomUUID().toString()), found, text));
        boolean done = card().map(c -> c.sheet().done()).orElse(false) && !halfFilled();
        send(new Sheet(done, s.marks(), s.note(), s.photos(), all, false), told);
    }

    private void send(Sheet sheet, Consumer<String> told) {
        Inspection open = model.open().orElse(null);
        if (locked() || open == null) {
            return;
        }
        int from = draft().map(SheetText.Begun::edition).orElseGet(this::edition);
        change(_ -> sheet); // kept until the platform has it: a refusal costs no word
        model.send(new Aside.InspectPoint(InspectionModel.head(), open.plan().id(), model.place(), from, sheet), told);
    }
}
