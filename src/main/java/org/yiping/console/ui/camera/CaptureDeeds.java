package org.yiping.console.ui.camera;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Notice;
import org.yiping.console.fx.Sounds;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Sending;
import org.yiping.domain.capture.CaptureId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;

/// This seat's judgements of captures and what becomes of them: on their way until the platform has them, a refused one
/// told once, one that outwaited its expiry asked about. FX thread.
final class CaptureDeeds {
    /// Somebody else was first.
    static final String DECIDED = "VID-4092";

    private final Desk desk;
    private final Hall hall;
    private final Sending sending;
    private final Consumer<CaptureId> decidedElsewhere;
    private final Map<CaptureId, Delivery> underWay = new HashMap<>();
    /// Given to the outbox, which has not said yet that it keeps it.
    private final Set<CaptureId> starting = new HashSet<>();
    /// What this seat made of it: the case, or none.
    private final Map<CaptureId, Optional<CaseId>> own = new HashMap<>();

    CaptureDeeds(Desk desk, Hall hall, Consumer<CaptureId> decidedElsewhere) {
        this.desk = desk;
        this.hall = hall;
        sending = new Sending(desk, hall);
        this.decidedElsewhere = decidedElsewhere;
    }

    /// Makes a case of it, under a new id.
    void confirm(CaptureId id) {
        CaseId made = new CaseId(UUID.randomUUID().toString());
        send(id, new Aside.ConfirmCapture(Sending.head(), id, made, ""));
    }

    void reject(CaptureId id, String reason) {
        send(id, new Aside.RejectCapture(Sending.head(), id, reason, ""));
    }

    /// Takes it back where it has not left this console; says so where it has.
    void withdraw(CaptureId id) {
        Delivery delivery = underWay.get(id);
        if (delivery != null) {
            var _ = desk.outbox()
                    .withdraw(delivery.command().head().id())
                    .thenAccept(done -> hall.fx()
                            .execute(() -> hall.notices()
                                    .show(Notice.info(
                                            "withdrawn", text(done ? "capture.withdrawn" : "capture.went-out")))));
        }
    }

    /// Absent where nothing of it is on its way.
    @Nullable
    Delivery underWay(CaptureId id) {
        return underWay.get(id);
    }

    Set<CaptureId> busy() {
        Set<CaptureId> all = new HashSet<>(underWay.keySet());
        all.addAll(starting);
        return all;
    }

    /// Empty where this seat has not judged it; with nothing in it where it said no.
    Optional<Optional<CaseId>> own(CaptureId id) {
        return Optional.ofNullable(own.get(id));
    }

    /// These commands moved.
    void moved(Set<CommandId> ids) {
        ids.forEach(id -> desk.outbox().deliveries().find(id).ifPresent(this::tell));
        Set<CaptureId> before = Set.copyOf(underWay.keySet());
        underWay.clear();
        desk.outbox().deliveries().rows().values().filter(Delivery::pending).forEach(d -> {
            CaptureId about = about(d.command());
            if (about != null) {
                underWay.put(about, d);
                starting.remove(about);
                own.put(about, made(d.command()));
            }
        });
        // what is still there to judge was taken back: a settled one leaves after its capture
        before.stream()
                .filter(id -> !underWay.containsKey(id))
                .filter(id -> desk.stores().captures().find(id).isPresent())
                .forEach(own::remove);
    }

    private void tell(Delivery delivery) {
        CaptureId about = about(delivery.command());
        if (about == null) {
            return;
        }
        CommandId id = delivery.command().head().id();
        switch (delivery.state()) {
            case Delivery.State.Rejected(Delivery.Refusal refusal) -> refused(about, id, refusal);
            case Delivery.State.Expired _ ->
                hall.notices()
                        .show(Notice.warning(
                                        "expired-" + id.value(),
                                        text("capture.expired"),
                                        text("capture.expired-means"),
                                        "OUT-1003")
                                .with(new Notice.Action(text("case.send-anyway"), true, () -> {
                                    var _ = desk.outbox().sendAnyway(id);
                                }))
                                .with(new Notice.Action(text("case.drop"), false, () -> discard(id))));
            case Delivery.State.Queued _, Delivery.State.Sending _, Delivery.State.Accepted _ -> {}
        }
    }

    private void refused(CaptureId about, CommandId id, Delivery.Refusal refusal) {
        own.remove(about);
        starting.remove(about);
        boolean decided = refusal.code().equals(DECIDED);
        hall.play(Sounds.Sound.REFUSED);
        hall.notices()
                .show(Notice.warning(
                        "refused-" + id.value(),
                        text(decided ? "capture.decided" : "capture.refused"),
                        decided
                                ? text("capture.decided-means")
                                : refusal.detail().isBlank() ? refusal.title() : refusal.detail(),
                        refusal.code()));
        discard(id);
        if (decided) {
            decidedElsewhere.accept(about);
        }
    }

    private void discard(CommandId id) {
        var _ = desk.outbox().discard(id);
    }

    private static @Nullable CaptureId about(Command command) {
        return switch (command) {
            case Aside.ConfirmCapture c -> c.capture();
            case Aside.RejectCapture r -> r.capture();
            default -> null;
        };
    }

    private static Optional<CaseId> made(Command command) {
        return command instanceof Aside.ConfirmCapture c ? Optional.of(c.caseId()) : Optional.empty();
    }

    private void send(CaptureId id, Aside command) {
        starting.add(id);
        own.put(id, made(command));
        var _ = sending.keep(command).thenAccept(kept -> {
            if (!kept) {
                hall.fx().execute(() -> {
                    starting.remove(id);
                    own.remove(id);
                });
            }
        });
    }

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }
}
