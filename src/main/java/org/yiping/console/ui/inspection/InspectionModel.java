package org.yiping.console.ui.inspection;

// long because what is asked for, what is on its way and where the hand is must agree at every moment

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Notice;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.InspectionLookup;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.inspection.Inspection;
import org.yiping.domain.inspection.InspectionId;
import org.yiping.domain.inspection.InspectionPlan;
import org.yiping.domain.inspection.InspectionProof;
import org.yiping.domain.inspection.InspectionReply;
import org.yiping.domain.inspection.InspectionSet;
import org.yiping.domain.inspection.SamplePoint;

/// The inspections there are, the one that is open and the point the hand is at. FX thread.
///
/// What the platform said last stays with its time when it does not answer; what is on its way is said to be so
/// and counts for nothing yet.
final class InspectionModel {
    private static final Set<PostCode> INSPECTORS = Set.of(new PostCode("supervisor"), new PostCode("leader"));

    private final Desk desk;
    private final Hall hall;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyIntegerWrapper changed = new ReadOnlyIntegerWrapper();
    private List<Inspection.Line> lines = List.of();
    private @Nullable InspectionSet set;
    private @Nullable Inspection open;
    private @Nullable InspectionId wanted;
    private @Nullable InspectionProof proof;
    private @Nullable Instant heard;
    private String trouble = "";
    private int place;
    private String dimension = "";
    private Set<CommandId> onTheirWay = Set.of();

    InspectionModel(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
    }

    void show() {
        subscriptions.close();
        Feed<CommandId> deliveries = hall.feed(this::delivered);
        subscriptions.add(deliveries);
        subscriptions.add(desk.outbox().deliveries().subscribe(deliveries::changed));
        subscriptions.add(desk.stores().veil().subscribe(() -> hall.fx().execute(this::again)));
        onTheirWay = waiting();
        again();
    }

    void hide() {
        subscriptions.close();
    }

    /// Counts up when anything may read differently.
    ReadOnlyIntegerProperty changed() {
        return changed.getReadOnlyProperty();
    }

    Desk desk() {
        return desk;
    }

    List<Inspection.Line> lines() {
        return lines;
    }

    Optional<InspectionSet> set() {
        return Optional.ofNullable(set);
    }

    Optional<Inspection> open() {
        return Optional.ofNullable(open);
    }

    Optional<InspectionProof> proof() {
        return Optional.ofNullable(proof);
    }

    /// Why nothing newer is there; empty where all is well.
    String trouble() {
        return trouble;
    }

    /// When the platform said what is shown.
    Optional<Instant> heard() {
        return Optional.ofNullable(heard);
    }

    boolean mayInspect() {
        return desk.me().map(m -> INSPECTORS.contains(m.actor().post())).orElse(false);
    }

    int place() {
        return place;
    }

    /// The dimension whose marks alone are looked at; empty where all points are.
    String dimension() {
        return dimension;
    }

    /// Only the points with a mark in it, or all of them where it is the one that is looked at.
    void only(String next) {
        dimension = next.equals(dimension) ? "" : next;
        beat();
    }

    /// Of a point's card in that dimension, 0 to 1; empty where it has no mark there.
    OptionalDouble share(int at) {
        return open().flatMap(o -> o.card(at)
                        .map(c -> c.sheet()
                                .share(o.plan().set(), o.points().get(at).kind(), dimension)))
                .orElse(OptionalDouble.empty());
    }

    Optional<SamplePoint> point() {
        return open().filter(o -> place < o.points().size()).map(o -> o.points().get(place));
    }

    /// Goes to a point of the draw; the maps go there too.
    void go(int next) {
        int last = open().map(o -> o.points().size()).orElse(0) - 1;
        place = Math.clamp(next, 0, Math.max(0, last));
        point().ifPresent(p -> desk.selection().pick(new Selection.Picked.OfPoint(p.position())));
        beat();
    }

    /// The points whose card is on its way.
    Set<Integer> pending() {
        Set<Integer> places = new HashSet<>();
        for (Delivery d : desk.outbox().deliveries().rows().values().toList()) {
            if (d.pending()
                    && d.command() instanceof Aside.InspectPoint c
                    && open().map(o -> o.plan().id().equals(c.inspection())).orElse(false)) {
                places.add(c.place());
            }
        }
        return places;
    }

    /// This seat's card of the point the hand is at on its way.
    Optional<Delivery> delivery() {
        return desk.outbox()
                .deliveries()
                .rows()
                .values()
                .filter(d -> d.pending()
                        && d.command() instanceof Aside.InspectPoint c
                        && c.place() == place
                        && open().map(o -> o.plan().id().equals(c.inspection())).orElse(false))
                .findFirst();
    }

    /// How many questionnaires of the open inspection are on their way.
    long repliesWaiting() {
        return desk.outbox()
                .deliveries()
                .rows()
                .values()
                .filter(d -> d.pending()
                        && d.command() instanceof Aside.EnterReply c
                        && open().map(o -> o.plan().id().equals(c.inspection())).orElse(false))
                .count();
    }

    /// Asks for everything anew.
    void again() {
        InspectionLookup lookup = desk.lookup().inspections().orElse(null);
        if (lookup == null) {
            lines = List.of();
            open = null;
            trouble = text(desk.stores().veil().on() ? "inspection.hidden" : "inspection.lost");
            beat();
            return;
        }
        ask(lookup.set(), s -> set = s);
        ask(lookup.all(), all -> {
            lines = all;
            if (wanted == null && !all.isEmpty()) {
                look(all.getFirst().id());
            }
        });
        if (wanted != null) {
            ask(lookup.one(wanted), this::opened);
        }
    }

    void look(InspectionId id) {
        boolean other = !id.equals(wanted);
        wanted = id;
        if (other) {
            open = null;
            proof = null;
            place = 0;
            dimension = "";
        }
        desk.lookup().inspections().ifPresent(l -> ask(l.one(id), this::opened));
        beat();
    }

    private void opened(Inspection one) {
        if (one.plan().id().equals(wanted)) {
            open = one;
            heard = one.at();
        }
    }

    void plan(InspectionPlan.Task task, Consumer<String> told) {
        InspectionId id = new InspectionId(UUID.randomUUID().toString());
        desk.lookup()
                .inspections()
                .ifPresent(l -> ask(
                        l.plan(id, task),
                        one -> {
                            wanted = id;
                            place = 0;
                            proof = null;
                            opened(one);
                            told.accept("");
                            ask(l.all(), all -> lines = all);
                        },
                        told));
    }

    void draw() {
        open().ifPresent(o -> desk.lookup()
                .inspections()
                .ifPresent(l -> ask(l.draw(o.plan().id()), one -> {
                    opened(one);
                    prove();
                    ask(l.all(), all -> lines = all);
                })));
    }

    /// Has the platform work the draw out again.
    void prove() {
        open().filter(o -> o.draw() != null)
                .ifPresent(o -> desk.lookup()
                        .inspections()
                        .ifPresent(l -> ask(l.proof(o.plan().id()), p -> {
                            if (o.plan().id().equals(wanted)) {
                                proof = p;
                            }
                        })));
    }

    /// Queues a questionnaire; `told` hears an empty text when it lies on the disk, else why not.
    void reply(List<InspectionReply.Given> given, Consumer<String> told) {
        open().ifPresent(o ->
                send(new Aside.EnterReply(head(), o.plan().id(), new InspectionReply.Form(given, false)), told));
    }

    void send(Command command, Consumer<String> told) {
        var _ = desk.outbox()
                .submit(command)
                .whenComplete((_, failure) -> hall.fx().execute(() -> {
                    told.accept(failure == null ? "" : text("inspection.not-kept"));
                    beat();
                }));
    }

    static Command.Head head() {
        return new Command.Head(new CommandId(UUID.randomUUID().toString()), 0, null);
    }

    private Set<CommandId> waiting() {
        Set<CommandId> all = new HashSet<>();
        for (Delivery d : desk.outbox().deliveries().rows().values().toList()) {
            if (isOurs(d.command()) && d.pending()) {
                all.add(d.command().head().id());
            }
        }
        return all;
    }

    private static boolean isOurs(Command command) {
        return command instanceof Aside.InspectPoint || command instanceof Aside.EnterReply;
    }

    /// What has arrived is asked for; what was refused is said, and its words are still in the draft.
    private void delivered(Set<CommandId> ids) {
        Set<CommandId> now = waiting();
        boolean arrived = onTheirWay.stream().anyMatch(id -> !now.contains(id));
        onTheirWay = now;
        for (CommandId id : ids) {
            desk.outbox().deliveries().find(id).ifPresent(this::tell);
        }
        if (arrived) {
            again();
        }
        beat();
    }

    private void tell(Delivery delivery) {
        if (isOurs(delivery.command())
                && delivery.state() instanceof Delivery.State.Rejected(Delivery.Refusal refusal)) {
            CommandId id = delivery.command().head().id();
            hall.notices()
                    .show(Notice.warning(
                                    "refused-" + id.value(),
                                    text("inspection.refused"),
                                    refusal.detail().isBlank() ? refusal.title() : refusal.detail(),
                                    refusal.code())
                            .with(new Notice.Action(text("inspection.seen"), true, () -> {
                                var _ = desk.outbox().discard(id);
                            })));
        }
    }

    private <T> void ask(CompletableFuture<Found<T>> answer, Consumer<T> got) {
        ask(answer, got, _ -> {});
    }

    private <T> void ask(CompletableFuture<Found<T>> answer, Consumer<T> got, Consumer<String> otherwise) {
        var _ = answer.thenAccept(found -> hall.fx().execute(() -> {
            switch (found) {
                case Found.Got<T>(T value) -> {
                    trouble = "";
                    got.accept(value);
                }
                case Found.Refused<T>(String code, String detail) -> trouble = detail + " " + code;
                case Found.Unreachable<T> _ -> trouble = text("inspection.lost");
            }
            if (!trouble.isEmpty()) {
                otherwise.accept(trouble);
            }
            beat();
        }));
    }

    private String text(String key) {
        return hall.messages().get(key);
    }

    private void beat() {
        changed.set(changed.get() + 1);
    }
}
