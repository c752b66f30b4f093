package org.yiping.console.ui.cases;

// long because the queue holds view, filter, rows and the case in hand together

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.Me;
import org.yiping.console.store.Selection;
import org.yiping.console.store.Subscription;
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

    /// So many cases of a group are marked at once: more than one action is confirmed for with open eyes.
    static final int MOST_MARKED = 200;

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final Subscriptions subscriptions = new Subscriptions();
    private final QueueItems items = new QueueItems();
    private final ReadOnlyIntegerWrapper pulse = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<List<DeskView>> views = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper view = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper answered = new ReadOnlyStringWrapper("");
    private final QueueRows rows = new QueueRows();
    private final QueueChoices choices;
    private final QueueGroups groups;
    private final RowWords rowWords;
    private final QueueSorter sorter;
    private QueueSorter.@Nullable Rules rules;
    private @Nullable PostCode post;
    private List<Campaign> campaigns = List.of();
    private QueueSorter.@Nullable Wish wish;
    private String filter = "";
    private List<Integer> counts = List.of();
    private Instant touched = Instant.EPOCH;
    private boolean started;
    private volatile boolean free;
    private int showing;

    CasesViewModel(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        this.words = new Words(desk.stores(), hall.messages());
        this.rowWords = new RowWords(words, hall.messages());
        this.choices = new QueueChoices(hall.remembered());
        this.groups = new QueueGroups(choices, rows, items, this::beat);
        this.sorter = new QueueSorter(desk.stores().cases(), hall.sorter(), hall.fx(), this::classWords, this::told);
    }

    void show() {
        hide();
        sorter.lookAnew(hall.now());
        Feed<CaseId> cases = hall.feedBeside((ids, drawn) -> sorter.changed(ids, hall.now(), drawn));
        Feed<CommandId> deliveries = hall.feed(_ -> beat());
        subscriptions.add(cases);
        subscriptions.add(deliveries);
        subscriptions.add(desk.stores().city().subscribe(() -> hall.fx().execute(this::rules)));
        subscriptions.add(desk.stores().me().subscribe(() -> hall.fx().execute(this::rules)));
        subscriptions.add(desk.outbox().deliveries().subscribe(deliveries::changed));
        subscriptions.add(desk.selection().follow(id -> hall.fx().execute(() -> goOn(id))));
        subscriptions.add(desk.selection().subscribe(_ -> free = false));
        subscriptions.listen(hall.ticker().now(), this::tick);
        follow(cases);
    }

    /// Subscribed beside this thread: the first that is told are the ids of all cases.
    private void follow(Feed<CaseId> cases) {
        int shown = showing;
        hall.sorter().execute(() -> {
            Subscription subscription = desk.stores().cases().subscribe(cases::changed);
            hall.fx().execute(() -> {
                if (showing == shown) {
                    subscriptions.add(subscription);
                } else {
                    subscription.close();
                }
            });
        });
    }

    void hide() {
        showing++;
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

    ObservableList<QueueRow> items() {
        return items;
    }

    /// All cases of the view in their order, those of folded groups too.
    List<CaseId> cases() {
        return rows.order();
    }

    QueueGroups groups() {
        return groups;
    }

    RowWords rowWords() {
        return rowWords;
    }

    /// The words that the rows shown hold: those typed, as soon as they are found.
    ReadOnlyStringProperty answered() {
        return answered.getReadOnlyProperty();
    }

    int count(int index) {
        return index < counts.size() ? counts.get(index) : 0;
    }

    int waiting() {
        return rows.waiting();
    }

    int left() {
        return rows.leftCount();
    }

    /// Whether the rows stand as they would if they were put in order now.
    boolean settled() {
        return rows.settled();
    }

    Freshness freshness() {
        return desk.stores().cases().freshness();
    }

    Words words() {
        return words;
    }

    QueueOrder order() {
        return choices.order();
    }

    /// How this view is to be grouped.
    Grouping grouping() {
        return choices.grouping(viewKey());
    }

    Set<QueueColumn> columns() {
        return choices.columns();
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

    /// Where a case stands among the rows, or `SlotTable.NONE`.
    int row(CaseId id) {
        return rows.row(id);
    }

    void choose(int index) {
        if (index != view.get() && index < views.get().size()) {
            view.set(index);
            refill();
        }
    }

    void order(QueueOrder next) {
        choices.order(next);
        refill();
    }

    /// Groups this view so from now on.
    void group(Grouping next) {
        choices.grouping(viewKey(), next);
        refill();
    }

    /// Says this in every row from now on, or no more.
    void column(QueueColumn column, boolean said) {
        Set<QueueColumn> next = choices.columns();
        if (said ? next.add(column) : next.remove(column)) {
            choices.columns(next);
            beat();
        }
    }

    /// Marks the cases of a group to be handled together, the open one of it or its first in hand; at most so many.
    void markGroup(String group) {
        List<CaseId> all = groups.cases(group);
        if (!all.isEmpty()) {
            CaseId picked = picked();
            CaseId open = picked != null && all.contains(picked) ? picked : all.getFirst();
            Set<CaseId> next = new LinkedHashSet<>(Set.of(open));
            all.stream().limit(MOST_MARKED).forEach(next::add);
            desk.pick(open);
            mark(next);
        }
    }

    void filter(String text) {
        String asked = text.strip().toLowerCase(Locale.ROOT);
        if (!asked.equals(filter)) {
            filter = asked;
            refill();
        }
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
        CaseId open = picked();
        int at = open == null ? SlotTable.NONE : rows.row(open);
        int way = at < 0 ? 1 : Integer.signum(by);
        for (int row = at < 0 ? 0 : at + by; row >= 0 && row < items.size(); row += way) {
            if (items.get(row) instanceof QueueRow.OfCase(CaseId id)) {
                desk.pick(id);
                return;
            }
        }
    }

    /// The seat has done its part of a case: the next row that waits for it comes into its hand. Where there is none,
    /// the hand is free for what arrives next.
    private void goOn(CaseId done) {
        int size = items.size();
        int at = rows.row(done);
        for (int i = 1; i <= size; i++) {
            if (items.get((at + i) % size) instanceof QueueRow.OfCase(CaseId next)
                    && !next.equals(done)
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
        }
    }

    /// The rows in order, with what waited and without what left.
    void refill() {
        QueueSorter.Rules known = rules;
        if (known != null) {
            QueueSorter.Wish next = new QueueSorter.Wish(known, view.get(), order(), grouping(), filter);
            wish = next;
            sorter.wish(next, hall.now());
        }
    }

    /// What the row says now; absent when the case is gone.
    @Nullable
    CaseFace face(CaseId id) {
        Case value = desk.stores().cases().rows().get(id);
        if (value == null) {
            return null;
        }
        CaseFace face = CaseFace.of(value, desk, words, hall.now());
        return face.saying(rowWords.lines(face, choices.columns(), hall.now()));
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
        Workflow workflow = city.rules().workflow();
        String catalogue = city.rules().catalogue().version();
        PostCode asked = me.actor().post();
        List<Campaign> running = running();
        QueueSorter.Rules before = rules;
        if (before != null
                && workflow.equals(before.workflow())
                && catalogue.equals(before.catalogue())
                && asked.equals(post)
                && running.equals(campaigns)) {
            return;
        }
        String shown = viewKey();
        post = asked;
        campaigns = running;
        List<DeskView> found = DeskView.of(workflow, asked, running);
        rules = new QueueSorter.Rules(workflow, found, catalogue);
        view.set(Math.max(0, found.stream().map(DeskView::key).toList().indexOf(shown)));
        views.set(found);
        refill();
    }

    /// What a class is found by: its code, and its names in both languages.
    private List<String> classWords(Case value) {
        return words.caseClass(value)
                .map(c -> List.of(c.code().value(), c.name(), c.nameEnglish()))
                .orElseGet(() -> List.of(value.subject().classCode().value()));
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

    private void told(QueueSorter.Told told) {
        hall.paint().refreshes().refresh(() -> show(told));
    }

    private void show(QueueSorter.Told told) {
        QueueSorter.Rules known = rules;
        if (known != null && told.counts().size() == known.views().size()) {
            counts = told.counts();
        }
        groups.tell(told.tallies());
        QueueSorter.Sorted sorted = told.sorted();
        if (sorted != null && sorted.wish().equals(wish)) { // else a newer one is on its way
            groups.show(viewKey(), sorted);
            answered.set(sorted.wish().words());
            openFirst();
            if (free) {
                rowsOfCases()
                        .filter(id -> desk.outbox().pending(id).isEmpty())
                        .findFirst()
                        .ifPresent(desk::pick);
            }
        }
        told.moved().forEach(m -> rows.changed(m.id(), m.member(), m.group()));
        takeArrived();
        beat();
    }

    /// A seat that has never picked anything starts on its most urgent case, as soon as there is one.
    private void openFirst() {
        started |= !(desk.selection().picked() instanceof Selection.Picked.Nothing);
        if (!started) {
            rowsOfCases().findFirst().ifPresent(id -> {
                started = true;
                desk.pick(id);
            });
        }
    }

    private Stream<CaseId> rowsOfCases() {
        return items.stream()
                .flatMap(row -> row instanceof QueueRow.OfCase(CaseId id) ? Stream.of(id) : Stream.empty());
    }

    private String viewKey() {
        List<DeskView> known = views.get();
        return known.isEmpty() ? "" : known.get(view.get()).key();
    }

    private void tick(Instant now) {
        rules();
        sorter.tick(now);
        if (!rows.settled() && Duration.between(touched, now).compareTo(HAND_GONE) > 0) {
            refill();
        } else {
            beat();
        }
    }

    private void beat() {
        pulse.set(pulse.get() + 1);
    }
}
