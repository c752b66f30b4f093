package org.yiping.console.ui.assessment;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Notice;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.Selection;
import org.yiping.console.store.Subscription;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.assessment.Draft.Gap;
import org.yiping.console.ui.assessment.Draft.Verdict;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.casework.Review;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;

/// The picked case as a supervisor reads and judges it (评议). FX thread.
///
/// Drafts are kept by case: who looks at another case in between loses no word. A refused review gives its words back.
final class ReviewViewModel {
    /// As the platform's table of rights names it.
    private static final String REVIEW = "reviewCase";

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyIntegerWrapper changed = new ReadOnlyIntegerWrapper();
    private final Map<CaseId, Draft> drafts = new HashMap<>();
    private @Nullable CaseId open;
    private @Nullable Subscription records;

    ReviewViewModel(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        words = new Words(desk.stores(), hall.messages());
    }

    void show() {
        hide();
        Feed<CaseId> cases = hall.feed(this::casesChanged);
        Feed<RecordId> reviews = hall.feed(_ -> beat());
        Feed<CommandId> deliveries = hall.feed(this::delivered);
        List.of(cases, reviews, deliveries).forEach(subscriptions::add);
        subscriptions.add(desk.stores().cases().subscribe(cases::changed));
        subscriptions.add(desk.stores().records().subscribe(cases::changed));
        subscriptions.add(desk.stores().reviews().subscribe(reviews::changed));
        subscriptions.add(desk.outbox().deliveries().subscribe(deliveries::changed));
        subscriptions.add(desk.stores().me().subscribe(() -> hall.fx().execute(this::beat)));
        subscriptions.add(desk.selection().subscribe(p -> hall.fx().execute(() -> picked(p))));
    }

    void hide() {
        subscriptions.close();
        closeRecords();
        open = null;
    }

    /// Counts up when case, records, reviews, draft or commands may read differently.
    ReadOnlyIntegerProperty changed() {
        return changed.getReadOnlyProperty();
    }

    Words words() {
        return words;
    }

    Optional<CaseFace> face() {
        return value().map(c -> CaseFace.of(c, desk, words, hall.now()));
    }

    /// Newest first; absent while the platform has not told them.
    Optional<List<FlowRecord>> records() {
        return Optional.ofNullable(open).flatMap(desk.stores().records()::find).map(List::reversed);
    }

    /// Newest first.
    List<Review> reviews() {
        CaseId id = open;
        return id == null
                ? List.of()
                : desk.stores()
                        .reviews()
                        .rows()
                        .values()
                        .filter(r -> r.caseId().equals(id))
                        .sorted(Comparator.comparing(Review::at).reversed())
                        .toList();
    }

    Draft draft() {
        return open == null ? Draft.EMPTY : drafts.getOrDefault(open, Draft.EMPTY);
    }

    void verdict(Verdict next) {
        put(new Draft(next, draft().note()));
        beat();
    }

    /// Typing tells nobody: the field already shows it.
    void note(String text) {
        if (!text.equals(draft().note())) {
            boolean before = draft().gap() == Gap.NONE;
            put(new Draft(draft().verdict(), text));
            if (before != (draft().gap() == Gap.NONE)) {
                beat();
            }
        }
    }

    /// What keeps the draft from being submitted.
    Gap gap() {
        if (desk.me().map(m -> !m.maySend(REVIEW)).orElse(true)) {
            return Gap.OTHER_POST;
        }
        return pending().isPresent() ? Gap.PENDING : draft().gap();
    }

    /// This seat's review of the case on its way.
    Optional<Delivery> pending() {
        return open == null
                ? Optional.empty()
                : desk.outbox().pending(open).stream()
                        .filter(d -> d.command() instanceof Command.ReviewCase)
                        .findFirst();
    }

    /// Queues the review; it never expires, because a verdict is as true tomorrow.
    void submit() {
        CaseId id = open;
        Draft draft = draft();
        Verdict verdict = draft.verdict();
        if (id == null || verdict == null || gap() != Gap.NONE) {
            return;
        }
        Command.Head head = new Command.Head(
                new CommandId(UUID.randomUUID().toString()), desk.stores().revision(), null);
        Command command =
                new Command.ReviewCase(head, id, verdict.code(), draft.note().strip());
        drafts.remove(id);
        var _ = desk.outbox().submit(command).whenComplete((_, failure) -> {
            if (failure != null) {
                hall.fx().execute(() -> {
                    giveBack(id, draft);
                    hall.notices()
                            .show(Notice.danger(
                                    "outbox-disk",
                                    text("assessment.not-kept"),
                                    text("assessment.not-kept-means"),
                                    "OUT-1001"));
                });
            }
        });
        beat();
    }

    private Optional<Case> value() {
        return open == null ? Optional.empty() : desk.stores().cases().find(open);
    }

    private void picked(Selection.Picked picked) {
        if (!(picked instanceof Selection.Picked.OfCase(CaseId id)) || id.equals(open)) {
            return;
        }
        closeRecords();
        open = id;
        records = desk.lookup().open(id);
        beat();
    }

    private void casesChanged(Set<CaseId> ids) {
        if (open != null && ids.contains(open)) {
            beat();
        }
    }

    private void delivered(Set<CommandId> ids) {
        for (CommandId id : ids) {
            desk.outbox().deliveries().find(id).ifPresent(this::tell);
        }
        beat();
    }

    private void tell(Delivery delivery) {
        if (delivery.command() instanceof Command.ReviewCase review
                && delivery.state() instanceof Delivery.State.Rejected(Delivery.Refusal refusal)) {
            for (Verdict v : Verdict.values()) {
                if (v.code().equals(review.verdict())) {
                    giveBack(review.caseId(), new Draft(v, review.note()));
                }
            }
            CommandId id = review.head().id();
            hall.notices()
                    .show(Notice.warning(
                                    "refused-" + id.value(),
                                    text("assessment.refused"),
                                    refusal.detail().isBlank() ? refusal.title() : refusal.detail(),
                                    refusal.code())
                            .with(new Notice.Action(text("assessment.refused-seen"), true, () -> {
                                var _ = desk.outbox().discard(id);
                            })));
        }
    }

    /// What was written since stays.
    private void giveBack(CaseId id, Draft draft) {
        drafts.merge(id, draft, (since, given) -> since.equals(Draft.EMPTY) ? given : since);
        beat();
    }

    private void put(Draft draft) {
        if (open != null) {
            drafts.put(open, draft);
        }
    }

    private void closeRecords() {
        if (records != null) {
            records.close();
            records = null;
        }
    }

    private String text(String key) {
        return hall.messages().get(key);
    }

    private void beat() {
        changed.set(changed.get() + 1);
    }
}
