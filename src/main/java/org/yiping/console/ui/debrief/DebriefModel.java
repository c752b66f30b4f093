package org.yiping.console.ui.debrief;

// long because what was read, what is on its way and what may be done must agree

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.CityFacts;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Sending;
import org.yiping.console.ui.Words;
import org.yiping.domain.command.Aside.Debriefing;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.room.Debrief;
import org.yiping.domain.room.DebriefComment;
import org.yiping.domain.room.DebriefCommentId;
import org.yiping.domain.room.DebriefId;
import org.yiping.domain.room.DebriefVerdict;

/// The debriefs there are, the open one with what was said in it, and what of ours is on its way. FX thread.
///
/// What came while somebody read is new until they say that they have read it: who signs says how many comments they
/// knew. What was refused gives its words back.
final class DebriefModel {
    private static final Set<String> SPEAKERS = Set.of("duty-leader", "supervisor", "leader");
    private static final Set<String> SIGNERS = Set.of("supervisor", "leader");

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final Sending sending;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyIntegerWrapper changed = new ReadOnlyIntegerWrapper();
    private @Nullable DebriefId opened;
    private Set<DebriefCommentId> read = new HashSet<>();
    private String conflict = "";
    private String returned = "";

    /// How far a line has come.
    enum State {
        READ,
        NEW,
        PENDING
    }

    /// Something that was said, or is on its way to be.
    record Line(DebriefComment comment, State state) {}

    DebriefModel(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        words = new Words(desk.stores(), hall.messages());
        sending = new Sending(desk, hall);
    }

    void show() {
        subscriptions.close();
        Feed<DebriefId> rows = hall.feed(_ -> told());
        Feed<DebriefCommentId> comments = hall.feed(_ -> told());
        Feed<CommandId> deliveries = hall.feed(this::delivered);
        subscriptions.add(rows);
        subscriptions.add(comments);
        subscriptions.add(deliveries);
        subscriptions.add(desk.stores().debriefs().subscribe(rows::changed));
        subscriptions.add(desk.stores().debriefComments().subscribe(comments::changed));
        subscriptions.add(desk.outbox().deliveries().subscribe(deliveries::changed));
    }

    void hide() {
        subscriptions.close();
    }

    /// Counts up when anything may read differently.
    ReadOnlyIntegerProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /// The newest first.
    List<Debrief> all() {
        return desk.stores().veil().on()
                ? List.of()
                : desk.stores()
                        .debriefs()
                        .rows()
                        .values()
                        .sorted(Comparator.comparing(Debrief::at)
                                .thenComparing(d -> d.id().value())
                                .reversed())
                        .toList();
    }

    Optional<Debrief> opened() {
        DebriefId id = opened;
        return id == null || desk.stores().veil().on()
                ? Optional.empty()
                : desk.stores().debriefs().find(id);
    }

    /// Whether the platform has not answered yet to its opening.
    boolean opening() {
        return opened().isEmpty()
                && pending(c -> c instanceof Debriefing.Open o && o.debrief().equals(opened));
    }

    boolean signing() {
        return pending(c -> c instanceof Debriefing.Sign s && s.debrief().equals(opened));
    }

    boolean reopening() {
        return pending(c -> c instanceof Debriefing.Reopen r && r.debrief().equals(opened));
    }

    private boolean pending(Predicate<Command> which) {
        return desk.outbox().deliveries().rows().values().anyMatch(d -> d.pending() && which.test(d.command()));
    }

    void open(DebriefId id) {
        opened = id;
        conflict = "";
        readAll();
    }

    void leave() {
        opened = null;
        conflict = "";
        read = new HashSet<>();
        told();
    }

    /// What was said in the open one, by the moments it is pinned to; what is on its way stands among it.
    List<Line> lines() {
        List<Line> all = new ArrayList<>();
        for (DebriefComment c : comments()) {
            all.add(new Line(c, read.contains(c.id()) ? State.READ : State.NEW));
        }
        desk.me()
                .ifPresent(me -> desk.outbox().deliveries().rows().values().forEach(d -> {
                    if (d.pending()
                            && d.command() instanceof Debriefing.Comment c
                            && c.debrief().equals(opened)
                            && all.stream()
                                    .noneMatch(l -> l.comment()
                                            .id()
                                            .value()
                                            .equals(c.head().id().value()))) {
                        DebriefCommentId id = new DebriefCommentId(c.head().id().value());
                        all.add(new Line(
                                new DebriefComment(
                                        id, c.debrief(), c.edition(), c.pin(), c.text(), me.actor(), d.queuedAt()),
                                State.PENDING));
                    }
                }));
        all.sort(Comparator.comparing((Line l) -> l.comment().pin().moment())
                .thenComparing(l -> l.comment().at())
                .thenComparing(l -> l.comment().id().value()));
        return all;
    }

    private List<DebriefComment> comments() {
        DebriefId id = opened;
        return id == null || desk.stores().veil().on()
                ? List.of()
                : comments(id).toList();
    }

    private Stream<DebriefComment> comments(DebriefId id) {
        return desk.stores()
                .debriefComments()
                .rows()
                .values()
                .filter(c -> c.debrief().equals(id));
    }

    /// How many comments a debrief has.
    long count(DebriefId id) {
        return comments(id).count();
    }

    /// Those somebody else wrote since the open one was read.
    List<DebriefComment> unread() {
        return comments().stream().filter(c -> !read.contains(c.id())).toList();
    }

    int readCount() {
        return (int) comments().stream().filter(c -> read.contains(c.id())).count();
    }

    void readAll() {
        read = comments().stream().map(DebriefComment::id).collect(Collectors.toCollection(HashSet::new));
        told();
    }

    /// What somebody else did while this seat wanted to sign; empty where nobody did.
    String conflict() {
        return conflict;
    }

    /// The words of a comment that was refused, once.
    String returned() {
        String words = returned;
        returned = "";
        return words;
    }

    List<DebriefVerdict> verdicts() {
        return desk.city().map(CityFacts::rules).map(CityFacts.Rules::verdicts).orElse(DebriefVerdict.SHIPPED);
    }

    String verdict(String code) {
        return verdicts().stream()
                .filter(v -> v.code().equals(code))
                .findFirst()
                .map(v -> words.english() && !v.nameEnglish().isBlank() ? v.nameEnglish() : v.name())
                .orElse(text("words.unknown-code", code));
    }

    /// Why none can be opened here; empty where one can.
    String mayBegin() {
        return !is(SPEAKERS) ? text("debrief.other-post") : opening() ? text("debrief.on-its-way") : "";
    }

    String mayComment() {
        return !is(SPEAKERS)
                ? text("debrief.other-post")
                : opened().isEmpty()
                        ? text("debrief.none-open")
                        : opened().flatMap(Debrief::signature).isPresent() ? text("debrief.is-signed") : "";
    }

    String maySign() {
        return !is(SIGNERS)
                ? text("debrief.sign-who")
                : opened().isEmpty()
                        ? text("debrief.none-open")
                        : opened().flatMap(Debrief::signature).isPresent()
                                ? text("debrief.is-signed")
                                : unread().isEmpty() ? "" : text("debrief.read-first", unread().size());
    }

    String mayReopen() {
        return !is(SIGNERS)
                ? text("debrief.sign-who")
                : opened().flatMap(Debrief::signature).isEmpty() ? text("debrief.not-signed") : "";
    }

    private boolean is(Set<String> posts) {
        return desk.me().map(m -> posts.contains(m.actor().post().value())).orElse(false);
    }

    /// Opens one over a stretch of the past; it is not there before the platform says so.
    void begin(String title, Debrief.Subject about) {
        DebriefId id = new DebriefId(UUID.randomUUID().toString());
        open(id);
        sending.send(new Debriefing.Open(Sending.head(), id, title, about));
        told();
    }

    /// What the disk did not take gives its words back too.
    void comment(DebriefComment.Pin pin, String said) {
        opened().ifPresent(d -> {
            Command.Head head = Sending.head();
            read.add(new DebriefCommentId(head.id().value()));
            var _ = sending.keep(new Debriefing.Comment(head, d.id(), d.edition(), pin, said))
                    .thenAccept(kept -> hall.fx().execute(() -> {
                        returned = kept ? returned : said;
                        told();
                    }));
        });
    }

    void sign(String verdict, String summary) {
        conflict = "";
        opened().ifPresent(d ->
                sending.send(new Debriefing.Sign(Sending.head(), d.id(), d.edition(), verdict, summary, readCount())));
        told();
    }

    void reopen(String reason) {
        conflict = "";
        opened().ifPresent(d -> sending.send(new Debriefing.Reopen(Sending.head(), d.id(), d.edition(), reason)));
        told();
    }

    private void delivered(Set<CommandId> ids) {
        for (CommandId id : ids) {
            Command command =
                    desk.outbox().deliveries().find(id).map(Delivery::command).orElse(null);
            sending.refused(id, c -> c instanceof Debriefing, text("debrief.refused"))
                    .ifPresent(r -> refused(command, r));
        }
        told();
    }

    private void refused(@Nullable Command command, Delivery.Refusal refusal) {
        if (command instanceof Debriefing.Comment c && c.debrief().equals(opened)) {
            returned = c.text();
        }
        if (refusal.status() == 409
                && command instanceof Debriefing d
                && d.debrief().equals(opened)) {
            conflict = refusal.detail().isBlank() ? refusal.title() : refusal.detail();
        }
    }

    /// Who did it, as soon as the stream has brought it.
    String meanwhile() {
        if (conflict.isEmpty()) {
            return "";
        }
        List<DebriefComment> others = unread();
        if (!others.isEmpty()) {
            String who = others.stream()
                    .map(c -> words.person(c.by().person()) + " " + words.second(c.at()))
                    .collect(Collectors.joining("、"));
            return text("debrief.meanwhile-said", who);
        }
        return opened().flatMap(Debrief::signature)
                .map(s -> text("debrief.meanwhile-signed", words.person(s.by().person()), words.stamp(s.at())))
                .orElse("");
    }

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }

    private void told() {
        changed.set(changed.get() + 1);
    }

    /// When the rows here were last known to be whole; never where the platform was not heard of.
    Optional<Instant> asOf() {
        var freshness = desk.stores().debriefs().freshness();
        return freshness.heard() ? Optional.of(freshness.asOf()) : Optional.empty();
    }

    boolean live() {
        return desk.stores().debriefs().freshness().live();
    }
}
