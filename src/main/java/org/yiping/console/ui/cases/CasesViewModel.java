package org.yiping.console.ui.cases;

// long because the queue holds order, filter and what waits together

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.Me;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Words;
import org.yiping.domain.campaign.Campaign;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.PostCode;

/// The queue of one seat: its views with their counts and the rows of the chosen one. FX thread.
///
/// `pulse` counts up whenever a row or a count may read differently; `items` changes only when the rows are put in
/// order anew, which is when the operator asks (F5), chooses another view, or has had no hand on the list for a while.
final class CasesViewModel {
    /// After so long without a touch the list may put itself in order.
    static final Duration HAND_GONE = Duration.ofSeconds(20);

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ObservableList<CaseId> items = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper pulse = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<List<DeskView>> views = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper view = new ReadOnlyIntegerWrapper();
    private final QueueRows rows = new QueueRows();
    private @Nullable Workflow workflow;
    private @Nullable PostCode post;
    private List<Campaign> campaigns = List.of();
    private @Nullable CaseBook book;
    private QueueOrder order = QueueOrder.DEADLINE;
    private String filter = "";
    private Instant touched = Instant.EPOCH;
    private boolean started;
    private volatile boolean free;

    CasesViewModel(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        this.words = new Words(desk.stores(), hall.messages());
    }

    void show() {
        hide();
        if (book != null) {
            var rows = desk.stores().cases().rows();
            book.retain(id -> rows.find(id).isPresent());
        }
        Feed<CaseId> cases = hall.feed(this::changed);
        Feed<CommandId> deliveries = hall.feed(_ -> beat());
        subscriptions.add(cases);
        subscriptions.add(deliveries);
        subscriptions.add(desk.stores().city().subscribe(() -> hall.fx().execute(this::rules)));
        subscriptions.add(desk.stores().me().subscribe(() -> hall.fx().execute(this::rules)));
        subscriptions.add(desk.stores().cases().subscribe(cases::changed));
        subscriptions.add(desk.outbox().deliveries().subscribe(deliveries::changed));
        subscriptions.add(desk.selection().follow(id -> hall.fx().execute(() -> goOn(id))));
        subscriptions.add(desk.selection().subscribe(_ -> free = false));
        subscriptions.listen(hall.ticker().now(), this::tick);
    }

    void hide() {
        subscriptions.close();
    }

    ReadOnlyObjectProperty<List<DeskView>> views() {
        return views.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty pulse() {
        return pulse.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty view() {
        return view.getReadOnlyProperty();
    }

    ObservableList<CaseId> items() {
        return items;
    }

    int count(int index) {
        return book == null ? 0 : book.count(index);
    }

    int waiting() {
        return rows.waiting();
    }

    int left() {
        return rows.leftCount();
    }

    Freshness freshness() {
        return desk.stores().cases().freshness();
    }

    Words words() {
        return words;
    }

    QueueOrder order() {
        return order;
    }

    String postName() {
        return post == null ? "" : words.post(post);
    }

    String viewTitle() {
        List<DeskView> known = views.get();
        if (known.isEmpty()) {
            return hall.messages().get("cases.queue-name");
        }
        return title(known.get(view.get()));
    }

    String title(DeskView asked) {
        return switch (asked.title()) {
            case DeskView.Title.Word(String key) -> hall.messages().get(key);
            case DeskView.Title.Named(String name, String english) ->
                words.english() && !english.isBlank() ? english : name;
        };
    }

    /// The case the seat has picked, if its row may be shown.
    @Nullable
    CaseId picked() {
        return desk.pickedCaseId().orElse(null);
    }

    /// The cases marked to be handled together.
    Set<CaseId> marked() {
        return desk.selection().marked();
    }

    void mark(Set<CaseId> ids) {
        desk.selection().mark(ids);
    }

    boolean shows(CaseId id) {
        return rows.shows(id);
    }

    void choose(int index) {
        if (index != view.get() && index < views.get().size()) {
            view.set(index);
            refill();
        }
    }

    void order(QueueOrder next) {
        order = next;
        refill();
    }

    void filter(String text) {
        filter = text.strip().toLowerCase(Locale.ROOT);
        refill();
    }

    /// A hand is on the list: nothing moves for a while.
    void touch() {
        touched = hall.now();
    }

    void pick(@Nullable CaseId id) {
        if (id != null) {
            desk.pick(id);
        }
    }

    /// Opens the row so far below the open one, or the first.
    void step(int by) {
        int at = items.indexOf(picked());
        int to = at < 0 ? 0 : Math.clamp(at + (long) by, 0, items.size() - 1);
        if (!items.isEmpty()) {
            desk.pick(items.get(to));
        }
    }

    /// The seat has done its part of a case: the next row that waits for it comes into its hand. Where there is none,
    /// the
    /// hand is free for what arrives next.
    private void goOn(CaseId done) {
        int size = items.size();
        int at = items.indexOf(done);
        for (int i = 1; i <= size; i++) {
            CaseId next = items.get((at + i) % size);
            if (!next.equals(done)
                    && !rows.hasLeft(next)
                    && desk.outbox().pending(next).isEmpty()) {
                desk.pick(next);
                return;
            }
        }
        free = true;
        takeArrived();
    }

    /// What arrived while nothing was left to do needs no key to be opened: it moves nothing under a hand.
    private void takeArrived() {
        if (free && rows.waiting() > 0) {
            refill();
            items.stream()
                    .filter(id -> desk.outbox().pending(id).isEmpty())
                    .findFirst()
                    .ifPresent(desk::pick);
        }
    }

    /// The rows in order, with what waited and without what left.
    void refill() {
        CaseBook known = book;
        if (known == null) {
            return;
        }
        List<Sight> members = new ArrayList<>();
        known.each(view.get(), s -> {
            if (matches(s)) {
                members.add(s);
            }
        });
        members.sort(order.order());
        List<CaseId> sorted = members.stream().map(s -> s.value().id()).toList();
        rows.refill(sorted);
        if (!items.equals(sorted)) {
            items.setAll(sorted);
        }
        openFirst();
        beat();
    }

    /// What the row says now; absent when the case is gone.
    @Nullable
    CaseFace face(CaseId id) {
        Case value = desk.stores().cases().rows().get(id);
        return value == null ? null : CaseFace.of(value, desk, words, hall.now());
    }

    /// Where a case went that left the view, else empty.
    String whereTo(CaseId id) {
        if (!rows.hasLeft(id)) {
            return "";
        }
        Case value = desk.stores().cases().rows().get(id);
        return hall.messages()
                .get(
                        "cases.left",
                        value == null ? "—" : words.state(value.progress().state()));
    }

    /// The view's own time: the moment every row is drawn for.
    Instant now() {
        return hall.now();
    }

    private void rules() {
        CityFacts city = desk.city().orElse(null);
        Me me = desk.me().orElse(null);
        if (city == null || me == null) {
            return;
        }
        Workflow next = city.rules().workflow();
        PostCode asked = me.actor().post();
        List<Campaign> running = running();
        if (next.equals(workflow) && asked.equals(post) && running.equals(campaigns)) {
            return;
        }
        String shown = views.get().isEmpty() ? "" : views.get().get(view.get()).key();
        workflow = next;
        post = asked;
        campaigns = running;
        List<DeskView> found = DeskView.of(next, asked, running);
        book = new CaseBook(next, found);
        view.set(Math.max(0, found.stream().map(DeskView::key).toList().indexOf(shown)));
        views.set(found);
        changed(desk.stores().cases().rows().keys());
        refill();
    }

    private List<Campaign> running() {
        Instant now = hall.now();
        return desk.stores()
                .campaigns()
                .rows()
                .values()
                .filter(c -> c.runsAt(now))
                .sorted(Comparator.comparing((Campaign c) -> c.bounds().until()))
                .toList();
    }

    private void changed(Set<CaseId> ids) {
        CaseBook known = book;
        if (known == null) {
            return;
        }
        boolean first = known.size() == 0;
        Instant now = hall.now();
        var all = desk.stores().cases().rows();
        for (CaseId id : ids) {
            Case value = all.get(id);
            if (value == null) {
                known.gone(id);
            } else {
                known.put(value, now);
            }
        }
        settle(known, ids);
        if (first) {
            refill();
        }
        beat();
    }

    /// A seat that has never picked anything starts on its most urgent case, as soon as there is one.
    private void openFirst() {
        started |= !(desk.selection().picked() instanceof Selection.Picked.Nothing);
        if (!started && !items.isEmpty()) {
            started = true;
            desk.pick(items.getFirst());
        }
    }

    private void tick(Instant now) {
        rules();
        CaseBook known = book;
        if (known == null) {
            return;
        }
        settle(known, known.tick(now));
        if (!rows.settled() && Duration.between(touched, now).compareTo(HAND_GONE) > 0) {
            refill();
        } else {
            beat();
        }
    }

    private void settle(CaseBook known, Collection<CaseId> ids) {
        for (CaseId id : ids) {
            boolean member = known.isIn(id, view.get())
                    && known.find(id).map(this::matches).orElse(false);
            rows.changed(id, member);
        }
        takeArrived();
    }

    private boolean matches(Sight sight) {
        if (filter.isEmpty()) {
            return true;
        }
        Case c = sight.value();
        return has(c.head().number().value())
                || has(c.subject().classCode().value())
                || has(c.place().address())
                || has(words.name(c));
    }

    private boolean has(String text) {
        return text.toLowerCase(Locale.ROOT).contains(filter);
    }

    private void beat() {
        pulse.set(pulse.get() + 1);
    }
}
