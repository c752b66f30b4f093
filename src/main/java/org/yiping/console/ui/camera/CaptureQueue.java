package org.yiping.console.ui.camera;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Freshness;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.Device;
import org.yiping.domain.capture.Capture;
import org.yiping.domain.capture.CaptureId;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.video.VideoRules;

/// What recognisers saw and waits for a hand (智能抓拍待确认): which rows, what each says, what may be done with the
/// selected one. FX thread.
///
/// While a hand is at it nothing moves (`CaptureOrder`); without one the list keeps itself current.
final class CaptureQueue {
    private final Desk desk;
    private final Hall hall;
    private final CaptureOrder order = new CaptureOrder();
    private final CaptureDeeds deeds;
    private final CaptureTwins twins;
    private final CaptureSums sums;
    private final CaptureWords says;
    private Runnable told = () -> {};
    private boolean hand;
    private @Nullable CaptureId selected;

    CaptureQueue(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        deeds = new CaptureDeeds(desk, hall, this::decidedElsewhere);
        twins = new CaptureTwins(desk, hall, () -> told.run());
        sums = new CaptureSums(desk, hall, () -> told.run());
        says = new CaptureWords(desk, hall, order, deeds, twins);
    }

    /// Called whenever something to be seen has changed.
    void onChange(Runnable listener) {
        told = listener;
    }

    void follow(Subscriptions subscriptions) {
        Feed<CaptureId> captures = hall.feed(this::changed);
        Feed<CommandId> commands = hall.feed(ids -> {
            deeds.moved(ids);
            settle();
        });
        Feed<CameraId> cameras = hall.feed(_ -> told.run());
        subscriptions.add(captures);
        subscriptions.add(commands);
        subscriptions.add(cameras);
        refill();
        subscriptions.add(desk.outbox().deliveries().subscribe(commands::changed));
        subscriptions.add(desk.stores().captures().subscribe(captures::changed));
        subscriptions.add(desk.stores().cameras().subscribe(cameras::changed));
        // hidden or shown again: what is remembered may not be what may be seen
        subscriptions.add(desk.stores()
                .veil()
                .subscribe(() -> hall.fx().execute(() -> {
                    twins.forget();
                    refill();
                })));
    }

    /// Whether this city has recognisers and this platform answers for them; else there is nothing to show at all.
    boolean present() {
        return desk.lookup().cameras().isPresent()
                && !rules().captures().classes().isEmpty();
    }

    private VideoRules rules() {
        return desk.city().map(CityFacts::rules).map(CityFacts.Rules::video).orElse(VideoRules.NONE);
    }

    private void changed(Collection<CaptureId> ids) {
        var now = desk.stores().captures().rows();
        ids.forEach(id -> order.changed(id, now.get(id)));
        sums.ask();
        settle();
    }

    /// Whether a hand is at the list now.
    void hand(boolean now) {
        hand = now;
        settle();
    }

    private void settle() {
        boolean moved = order.waiting() > 0 || order.left() > 0;
        if (moved && (!hand || order.rows().isEmpty())) {
            refill();
        } else {
            told.run();
        }
    }

    /// All that waits now, in order; the selected one stays selected, or who takes its place.
    void refill() {
        List<CaptureId> before = order.rows();
        order.refill(desk.stores().captures().rows().values().toList());
        keepSelected(before);
        told.run();
    }

    private void decidedElsewhere(CaptureId id) {
        List<CaptureId> before = order.rows();
        order.drop(id);
        keepSelected(before);
    }

    private void keepSelected(List<CaptureId> before) {
        List<CaptureId> now = order.rows();
        if (selected != null && !now.contains(selected)) {
            int at = before.indexOf(selected);
            selected = now.isEmpty() ? null : now.get(Math.clamp(at, 0, now.size() - 1));
        }
        if (selected == null && !now.isEmpty()) {
            selected = now.getFirst();
        }
    }

    List<CaptureId> rows() {
        return order.rows();
    }

    int waiting() {
        return order.waiting();
    }

    int left() {
        return order.left();
    }

    /// How many are to be judged, those that wait to be shown as well.
    int count() {
        return desk.stores().captures().rows().size();
    }

    Freshness freshness() {
        return desk.stores().captures().freshness();
    }

    CaptureSums sums() {
        return sums;
    }

    @Nullable
    CaptureId selected() {
        return selected;
    }

    void select(@Nullable CaptureId id) {
        selected = id;
        told.run();
    }

    Optional<Capture> selectedCapture() {
        return Optional.ofNullable(selected).map(order::find);
    }

    Optional<Camera> camera(Capture capture) {
        return desk.stores().cameras().find(capture.camera());
    }

    /// What the row says; null for one that is not shown.
    @Nullable
    CaptureFace face(CaptureId id) {
        Capture c = order.find(id);
        return c == null ? null : says.face(c);
    }

    String name(Capture c) {
        return says.name(c);
    }

    /// Whether the selected one is there to be judged.
    boolean open() {
        CaptureFace face = selected == null ? null : face(selected);
        return face != null && face.stage() == CaptureFace.Stage.OPEN;
    }

    /// Why no case can be made of the selected one by who sits here; empty where it can.
    String whyNoConfirm() {
        String post = desk.me().map(m -> m.actor().post().value()).orElse("");
        boolean may = desk.city()
                .map(f -> f.rules().workflow().transitions().stream()
                        .filter(t -> t.action().value().equals("alarm"))
                        .anyMatch(t -> t.permission().posts().stream()
                                .anyMatch(p -> p.value().equals(post))))
                .orElse(false);
        return !open() ? text("capture.none-selected") : may ? "" : text("capture.not-my-post");
    }

    String whyNoReject() {
        return !open()
                ? text("capture.none-selected")
                : rules().captures().reasons().isEmpty() ? text("capture.no-reasons") : "";
    }

    String whyNoSpeech() {
        boolean speaks = selectedCapture()
                .flatMap(this::camera)
                .map(c -> c.device() != null && c.device().can(Device.SPEAKER))
                .orElse(false);
        return !open() ? text("capture.none-selected") : speaks ? "" : text("capture.no-speaker");
    }

    /// Why it is none, by the city.
    List<VideoRules.Reason> reasons() {
        return rules().captures().reasons();
    }

    String reason(VideoRules.Reason reason) {
        return says.reason(reason);
    }

    void confirm() {
        judge(whyNoConfirm(), deeds::confirm);
    }

    void reject(VideoRules.Reason reason) {
        judge(whyNoReject(), id -> deeds.reject(id, reason.code()));
    }

    /// The hand goes on to the next one at once; what it judged keeps its place and says that it is on its way.
    private void judge(String refusal, Consumer<CaptureId> how) {
        CaptureId id = selected;
        if (id != null && refusal.isEmpty()) {
            how.accept(id);
            CaptureId next = order.next(id, deeds.busy());
            selected = next == null ? id : next;
            told.run();
        }
    }

    /// The selected one's command is on its way and has not left this console.
    boolean canWithdraw() {
        Delivery sent = selected == null ? null : deeds.underWay(selected);
        return sent != null && sent.unsent();
    }

    void withdraw() {
        if (selected != null) {
            deeds.withdraw(selected);
        }
    }

    /// From which confidence on things are shown, by class.
    String thresholds() {
        var all = rules().captures().classes().stream()
                .mapToDouble(VideoRules.Mapping::threshold)
                .summaryStatistics();
        String least = String.format(Locale.ROOT, "%.2f", all.getMin());
        String most = String.format(Locale.ROOT, "%.2f", all.getMax());
        return least.equals(most) ? text("capture.threshold", least) : text("capture.thresholds", least, most);
    }

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }
}
