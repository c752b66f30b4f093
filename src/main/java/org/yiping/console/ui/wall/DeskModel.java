package org.yiping.console.ui.wall;

// long because what stands on the wall, what is in the hand and what became of it are asked in one place

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Notice;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.Subscription;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Sending;
import org.yiping.console.ui.WallTeams;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallState;
import org.yiping.domain.wall.WallStep;
import org.yiping.domain.wall.WallTeam;

/// What a desk does with the wall: what stands there, what it holds in its hand for it, and what comes of
/// sending it. FX thread.
///
/// Where something stands already it asks before it sends, and where somebody else was faster the platform
/// refuses and the same question is asked: nobody's picture goes without a word.
final class DeskModel {
    /// Before it is known what the wall is made of.
    private static final Grid USUAL = new Grid(3, 2);
    /// Within that time the wall has painted what came due and said so.
    private static final Duration PAINTED = Duration.ofSeconds(4);

    private final Desk desk;
    private final Hall hall;
    private final Sending sending;
    private final Programme programme;
    private final WallModel counts;
    private final WallShape shape;
    private final LivePictures pictures;
    private final DeskRights rights;
    private WallOffer.@Nullable Terms terms;
    private @Nullable WallOffer hand;
    private @Nullable Question question;
    private @Nullable CommandId lost;
    private @Nullable SceneId due;
    private Instant dueSince = Instant.MIN;
    /// Of the last map view, as it was given: on an open day what the console is told of it is veiled.
    private String viewReason = "";

    /// Something stands where this is to go: is it to be replaced?
    record Question(WallOffer offer, @Nullable Region region, List<Placement> met) {
        Question {
            met = List.copyOf(met);
        }
    }

    DeskModel(Desk desk, Hall hall, WallBook shipped) {
        this.desk = desk;
        this.hall = hall;
        sending = new Sending(desk, hall);
        programme = new Programme(desk, hall, shipped);
        counts = new WallModel(desk, hall);
        shape = new WallShape(new WallTeams(desk, hall));
        pictures = new LivePictures(desk, hall, shape);
        rights = new DeskRights(desk, programme, hall.messages());
    }

    void show() {
        counts.show();
    }

    void hide() {
        counts.hide();
        pictures.forget();
    }

    /// What changes on the wall, and what becomes of commands.
    Subscription listen(Consumer<Set<CommandId>> commands, Consumer<Set<WallId>> walls) {
        Subscription some = desk.outbox().deliveries().subscribe(commands);
        Subscription others = desk.stores().walls().subscribe(walls);
        return () -> {
            some.close();
            others.close();
        };
    }

    /// Counts what calls, and looks at the wall; `changed` when there may be something else to show.
    void tick(Instant now, Runnable changed) {
        shape.ask(now);
        pictures.ask(now, changed);
        counts.count(now, changed);
        SceneId next = due(now).id();
        if (!next.equals(due) || now.isBefore(dueSince)) {
            due = next;
            dueSince = now;
        }
    }

    /// The wall in small, as far as there are pictures of it.
    List<LivePictures.Live> pictures(Instant now) {
        return pictures.shown(now);
    }

    WallBook book() {
        return programme.book();
    }

    Standing standing() {
        return counts.standing();
    }

    /// What the wall is made of; empty while none of its computers has told.
    Optional<Grid> told() {
        return shape.told();
    }

    /// What it is drawn as.
    Grid monitors() {
        return told().orElse(USUAL);
    }

    /// Of the scene that stands as the wall itself says; where it says nothing, of the one that is due.
    WallPlan plan(Instant now) {
        WallScene scene = stood(now).flatMap(id -> book().find(id)).orElseGet(() -> due(now));
        return WallPlan.of(scene, monitors(), now);
    }

    /// What stands where by the wall's own word.
    MiniStands stands(Instant now) {
        return shape.stands(now);
    }

    /// The scene that should stand and does not, though the wall has had the time for it.
    Optional<WallScene> dueInstead(Instant now) {
        WallScene should = due(now);
        boolean told = shape.team(now)
                .filter(t -> t.now().isAfter(dueSince.plus(PAINTED)))
                .isPresent();
        return told
                        && should.id().equals(due)
                        && stood(now).filter(id -> !id.equals(should.id())).isPresent()
                ? Optional.of(should)
                : Optional.empty();
    }

    /// The scene on the wall, where this desk does not have it.
    Optional<SceneId> unknown(Instant now) {
        return stood(now).filter(id -> book().find(id).isEmpty());
    }

    private Optional<SceneId> stood(Instant now) {
        return shape.team(now).flatMap(WallTeam::stood).map(NodeWord.Stood::scene);
    }

    /// By the rules and what was sent. What a hand chose at the wall only the wall knows, and whether an alarm calls
    /// it knows better than a desk that sees a part of the city.
    private WallScene due(Instant now) {
        boolean calls =
                shape.team(now).flatMap(t -> t.step(now)).map(WallStep::calls).orElseGet(counts::calls);
        return programme.withoutHand(now, calls);
    }

    /// What stands there now, a scene somebody sent first.
    List<Placement> sent(Instant now) {
        return Stream.concat(state().scene(now).stream(), state().panels(now).stream())
                .toList();
    }

    WallState state() {
        return desk.stores().walls().find(WallId.OWN).orElse(WallState.empty(WallId.OWN));
    }

    /// Alarms that found their place locked.
    List<Placement> waiting(Instant now) {
        return state().waiting().stream().filter(p -> p.standsAt(now)).toList();
    }

    /// Orders of this seat that the platform has not taken yet.
    List<WallOrder> underWay() {
        List<WallOrder> all = new ArrayList<>();
        desk.outbox().deliveries().rows().values().forEach(d -> {
            if (d.pending() && d.command() instanceof Aside.SendToWall c && !isThere(c)) {
                all.add(c.order());
            }
        });
        return all;
    }

    private boolean isThere(Aside.SendToWall c) {
        return state().find(c.head().id()).isPresent();
    }

    void terms(WallOffer.Terms next) {
        terms = next;
    }

    void take(@Nullable WallOffer offer) {
        hand = offer;
        question = null;
    }

    Optional<WallOffer> hand() {
        return Optional.ofNullable(hand);
    }

    Optional<Question> question() {
        return Optional.ofNullable(question);
    }

    void ask(@Nullable Question next) {
        question = next;
    }

    /// Why nothing may be sent there now; empty where it may.
    String refusal(@Nullable Region region) {
        String refused = rights.refusal(region);
        WallOffer.Terms now = terms;
        boolean why = now != null && !now.reason().isBlank();
        return refused.isEmpty() && !why ? text("desk.reason-wanted") : refused;
    }

    /// Sends at once where nothing is in the way, else asks. Whether anything came of it.
    boolean send(WallOffer offer, @Nullable Region region, Instant now) {
        WallOffer.Terms how = terms;
        Region place = offer.scene() == null ? region : null;
        if (how == null || !refusal(place).isEmpty() || (offer.scene() == null && place == null)) {
            return false;
        }
        WallOrder order = offer.order(place, how);
        List<Placement> met = state().met(order, now);
        if (!met.isEmpty()) {
            question = new Question(offer, place, met);
            return false;
        }
        var _ = submit(order, List.of());
        return true;
    }

    /// Why the question cannot be answered with yes; empty where it can.
    String kept(Question asked) {
        return asked.met().stream()
                .map(rights::kept)
                .filter(k -> !k.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// Yes: in the place of what stands there.
    boolean replace() {
        Question asked = question;
        WallOffer.Terms how = terms;
        if (asked == null
                || how == null
                || !kept(asked).isEmpty()
                || !refusal(asked.region()).isEmpty()) {
            return false;
        }
        question = null;
        var _ = submit(
                asked.offer().order(asked.region(), how),
                asked.met().stream().map(Placement::id).toList());
        return true;
    }

    /// Why it cannot be taken off; empty where it can.
    String refusal(Placement p) {
        String refused = rights.refusal();
        return refused.isEmpty() ? rights.kept(p) : refused;
    }

    /// Somebody else's goes with the reason that stands in the line.
    void takeOff(Placement p) {
        WallOffer.Terms how = terms;
        sending.send(new Aside.TakeOffWall(head(), WallId.OWN, List.of(p.id()), how == null ? "" : how.reason()));
    }

    /// The seat's own map view on the wall, newest last.
    Optional<Placement> ownView(Instant now) {
        return state().panels(now).stream()
                .filter(p -> desk.me()
                        .map(m -> m.actor().person().equals(p.by().person()))
                        .orElse(false))
                .filter(p -> p.alarm() == null && MirrorHand.view(p.order()).isPresent())
                .reduce((_, later) -> later);
    }

    /// Why the seat's own view stands there.
    String reason(WallOrder ownView) {
        return viewReason.isEmpty() ? ownView.reason() : viewReason;
    }

    /// Whether the platform will never take that: it was refused, or came too late.
    boolean isLost(CommandId id) {
        Delivery delivery = desk.outbox().deliveries().find(id).orElse(null);
        return id.equals(lost)
                || (delivery != null
                        && (delivery.refusal().isPresent() || delivery.state() instanceof Delivery.State.Expired));
    }

    CommandId submit(WallOrder order, List<CommandId> replaces) {
        if (MirrorHand.view(order).isPresent()) {
            viewReason = order.reason();
        }
        Command.Head head = head();
        sending.send(new Aside.SendToWall(head, WallId.OWN, order, replaces));
        return head.id();
    }

    /// What was meant for now is not sent late: after a minute it is said that it was not.
    private Command.Head head() {
        return new Command.Head(
                new CommandId(UUID.randomUUID().toString()),
                0,
                desk.stores().clock().instant().plusSeconds(60));
    }

    /// Tells a refusal once. Where somebody was faster, asks what to do with what stands there now.
    void told(CommandId id, Instant now) {
        Delivery delivery = desk.outbox().deliveries().find(id).orElse(null);
        if (delivery == null
                || !(delivery.command() instanceof Aside.SendToWall
                        || delivery.command() instanceof Aside.TakeOffWall)) {
            return;
        }
        if (delivery.state() instanceof Delivery.State.Expired) {
            lost = id;
            hall.notices()
                    .show(Notice.warning(
                            "expired-" + id.value(), text("desk.expired"), text("desk.expired-means"), ""));
            var _ = desk.outbox().discard(id);
        }
        sending.refused(id, _ -> true, text("desk.refused")).ifPresent(refusal -> {
            lost = id;
            if (delivery.command() instanceof Aside.SendToWall c
                    && refusal.code().equals("WAL-4090")) {
                WallOrder order = c.order();
                WallOffer offer = new WallOffer("", "", "", order.scene(), order.panel());
                question = new Question(offer, order.region(), state().met(order, now));
            }
        });
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
