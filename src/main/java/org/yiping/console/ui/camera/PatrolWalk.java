package org.yiping.console.ui.camera;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.CityFacts;
import org.yiping.console.ui.Desk;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.patrol.PatrolPlanId;
import org.yiping.domain.patrol.PatrolRound;
import org.yiping.domain.patrol.PatrolRoundId;

/// A seat's way along a plan of cameras (视频巡逻): where it is, what was seen so far, what is on its way to the platform.
/// The round lies with the platform and in the outbox, so a restart or a lost link loses nothing of it. FX thread.
final class PatrolWalk {
    private static final PostCode FILES = new PostCode("acceptor");
    private static final Set<PostCode> WALKS =
            Set.of(FILES, new PostCode("duty-leader"), new PostCode("dispatcher"), new PostCode("supervisor"));
    private static final Set<PostCode> PLANS =
            Set.of(new PostCode("duty-leader"), new PostCode("supervisor"), new PostCode("leader"));

    private final Desk desk;
    private @Nullable PatrolRoundId walking;
    private @Nullable PatrolPlanId plan;
    private @Nullable Instant slot;
    private int at;

    PatrolWalk(Desk desk) {
        this.desk = desk;
    }

    /// Those that are walked, by name.
    List<PatrolPlan> plans() {
        return desk.stores()
                .patrolPlans()
                .rows()
                .values()
                .filter(p -> !p.retired())
                .sorted(Comparator.comparing((PatrolPlan p) -> p.task().name()).thenComparing(p -> p.id().value()))
                .toList();
    }

    /// The last walks, newest first; what is due now and not done stands with its plan.
    List<PatrolRound> rounds(Instant now) {
        Set<PatrolRoundId> under = plans().stream()
                .map(p -> due(p, now))
                .filter(r -> !r.isDone())
                .map(PatrolRound::id)
                .collect(Collectors.toSet());
        return desk.stores()
                .patrolRounds()
                .rows()
                .values()
                .filter(r -> !under.contains(r.id()))
                .sorted(Comparator.comparing(PatrolRound::slot).reversed().thenComparing(r -> r.id().value()))
                .toList();
    }

    boolean mayWalk() {
        return desk.me().filter(m -> WALKS.contains(m.actor().post())).isPresent();
    }

    boolean mayFile() {
        return desk.me().filter(m -> FILES.equals(m.actor().post())).isPresent();
    }

    boolean mayPlan() {
        return desk.me().filter(m -> PLANS.contains(m.actor().post())).isPresent();
    }

    /// The round that is due, with what this seat has seen and not yet got through.
    PatrolRound due(PatrolPlan of, Instant now) {
        Instant began = of.slot(now, desk.city().map(CityFacts::zone).orElse(ZoneOffset.UTC));
        return round(of.id(), PatrolRoundId.of(of.id(), began)).orElseGet(() -> with(PatrolRound.begin(of, began)));
    }

    private Optional<PatrolRound> round(PatrolPlanId of, PatrolRoundId id) {
        return desk.stores()
                .patrolRounds()
                .find(id)
                .filter(r -> r.plan().equals(of))
                .map(this::with);
    }

    /// What waits in the outbox counts as looked at here; `pending` says which.
    private PatrolRound with(PatrolRound round) {
        PatrolRound all = round;
        for (Delivery d : onTheirWay()) {
            if (d.command() instanceof Aside.PatrolLook c
                    && PatrolRoundId.of(c.plan(), c.slot()).equals(round.id())
                    && round.looks().stream()
                            .noneMatch(l -> l.seen().with(null).equals(c.seen().with(null)))) {
                PatrolRound before = all;
                all = desk.me()
                        .map(m -> before.with(new PatrolRound.Look(m.actor(), c.seen())))
                        .orElse(before);
            }
        }
        return all;
    }

    private List<Delivery> onTheirWay() {
        return desk.outbox()
                .deliveries()
                .rows()
                .values()
                .filter(Delivery::pending)
                .sorted(Comparator.comparing(Delivery::queuedAt))
                .toList();
    }

    /// The cameras of a round whose latest look the platform has not confirmed.
    Set<CameraId> pending(PatrolRound round) {
        Set<CameraId> all = new HashSet<>();
        for (Delivery d : onTheirWay()) {
            if (d.command() instanceof Aside.PatrolLook c
                    && PatrolRoundId.of(c.plan(), c.slot()).equals(round.id())) {
                all.add(c.seen().camera());
            }
        }
        return all;
    }

    /// Begins or goes on with the round that is due, at the first camera nobody looked at.
    void begin(PatrolPlan of, Instant now) {
        PatrolRound due = due(of, now);
        plan = of.id();
        slot = due.slot();
        walking = due.id();
        at = due.next(0).map(due.cameras()::indexOf).orElse(0);
    }

    void leave() {
        walking = null;
        plan = null;
        slot = null;
    }

    /// The round under way at this seat.
    Optional<PatrolRound> now() {
        PatrolPlanId of = plan;
        PatrolRoundId id = walking;
        Instant began = slot;
        if (of == null || id == null || began == null) {
            return Optional.empty();
        }
        return round(of, id).or(() -> desk.stores().patrolPlans().find(of).map(p -> with(PatrolRound.begin(p, began))));
    }

    /// Where in the list the hand is.
    int at() {
        return at;
    }

    Optional<CameraId> camera() {
        return now().filter(r -> at < r.cameras().size()).map(r -> r.cameras().get(at));
    }

    void go(int place) {
        now().ifPresent(r -> at = Math.clamp(place, 0, r.cameras().size() - 1));
    }

    /// Whether this would say anything new at the camera the hand is at.
    boolean takes(String outcome) {
        return now().flatMap(r -> camera().map(c -> r.takes(seen(c, outcome, Instant.EPOCH, null, "", null))))
                .orElse(false);
    }

    /// Says so, and goes to the next one nobody looked at. Completes exceptionally where the disk would not keep it.
    CompletableFuture<Delivery> tick(String outcome, Instant now) {
        return say(outcome, null, "", null, now);
    }

    /// A finding; with `files` it becomes a case. Its picture lies on the disk before the finding does.
    CompletableFuture<Delivery> find(PatrolFinding.Found what, Instant now) {
        return say(
                what.files() ? PatrolRound.CASE : PatrolRound.NOTED,
                what.classCode(),
                what.note(),
                what.picture(),
                now);
    }

    private CompletableFuture<Delivery> say(
            String outcome, @Nullable ClassCode found, String note, @Nullable Exhibit picture, Instant now) {
        PatrolPlanId of = plan;
        Instant began = slot;
        CameraId camera = camera().orElse(null);
        if (of == null || began == null || camera == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("no round under way"));
        }
        CaseId made =
                outcome.equals(PatrolRound.CASE) ? new CaseId(UUID.randomUUID().toString()) : null;
        Command.Head head = new Command.Head(new CommandId(UUID.randomUUID().toString()), 0, null);
        PatrolRound.Seen seen = seen(camera, outcome, now, found, note, made);
        CompletableFuture<Delivery> kept = picture == null
                ? desk.outbox().submit(new Aside.PatrolLook(head, of, began, seen))
                : desk.outbox()
                        .attach(picture.content(), picture.mediaType())
                        .thenCompose(id -> desk.outbox()
                                .submit(new Aside.PatrolLook(
                                        head, of, began, seen.with(new PatrolRound.Picture(id, picture.footage())))));
        now().ifPresent(r -> r.next(at + 1) // this one is kept a moment later
                .or(() -> Optional.of(camera))
                .map(r.cameras()::indexOf)
                .ifPresent(i -> at = i));
        return kept;
    }

    private static PatrolRound.Seen seen(
            CameraId camera,
            String outcome,
            Instant at,
            @Nullable ClassCode found,
            String note,
            @Nullable CaseId made) {
        return new PatrolRound.Seen(camera, outcome, at, found, note, made);
    }
}
