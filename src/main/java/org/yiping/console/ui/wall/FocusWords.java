package org.yiping.console.ui.wall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.Rows;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Clocks;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.AgeText;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.Assistance;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.geo.Position;

/// What the wall says of one case in full, and which cameras are near it. FX thread.
final class FocusWords {
    /// More pictures of one place no wall shows.
    private static final int NEAREST = 9;

    private final Desk desk;
    private final Messages messages;
    private final Words words;
    private List<CameraId> near = List.of();
    private @Nullable Position nearTo;
    private @Nullable Rows<CameraId, Camera> camerasThen;

    FocusWords(Desk desk, Messages messages) {
        this.desk = desk;
        this.messages = messages;
        words = new Words(desk.stores(), messages);
    }

    Optional<WallFace.Focus> focus(@Nullable CaseId id, Instant now) {
        return Optional.ofNullable(id)
                .flatMap(i -> desk.stores().cases().find(i))
                .map(c -> of(c, now));
    }

    private WallFace.Focus of(Case c, Instant now) {
        CaseFace face = CaseFace.of(c, desk, words, now);
        CaseClock clock = c.runningClock().orElse(null);
        String basis = clock == null || clock.basis().limit() == null
                ? ""
                : words.limit(clock.basis().limit());
        String due = clock == null ? "" : messages.get("wall.due-before", words.moment(clock.dueAt(), now));
        return new WallFace.Focus(
                face,
                facts(c, now),
                c.head().number().value(),
                basis,
                due,
                clock == null ? 0 : Clocks.used(clock, now),
                path(c, now));
    }

    private List<WallFace.Fact> facts(Case c, Instant now) {
        List<WallFace.Fact> facts = new ArrayList<>();
        if (c.progress().department() != null) {
            facts.add(new WallFace.Fact(
                    messages.get("wall.lead"), words.department(c.progress().department())));
        }
        List<Assistance> assisting = c.progress().assisting();
        if (assisting != null && !assisting.isEmpty()) {
            facts.add(new WallFace.Fact(
                    messages.get("wall.assisting"),
                    String.join(
                            " · ",
                            assisting.stream()
                                    .map(a -> words.department(a.department()))
                                    .distinct()
                                    .toList())));
        }
        facts.add(new WallFace.Fact(
                messages.get("wall.stage"), words.state(c.progress().state())));
        if (c.progress().changedAt() != null) {
            facts.add(new WallFace.Fact(
                    messages.get("wall.last-step"), words.moment(c.progress().changedAt(), now)));
        }
        return facts;
    }

    private List<WallFace.Stage> path(Case c, Instant now) {
        return c.progress().clocks().stream()
                .map(k -> new WallFace.Stage(
                        words.stage(k.stage()),
                        words.moment(k.startedAt(), now),
                        k.running(),
                        k.overran() || (k.running() && now.isAfter(k.dueAt()))))
                .toList();
    }

    /// The cameras nearest to the case that are not offline; worked out anew only when it is another place
    /// or anything of any camera has changed.
    List<CameraId> near(WallFace.@Nullable Focus focus) {
        Position at = focus == null ? null : focus.face().value().place().position();
        var rows = desk.stores().cameras().rows();
        if (at == null) {
            return List.of();
        }
        if (!at.equals(nearTo) || !rows.equals(camerasThen)) {
            nearTo = at;
            camerasThen = rows;
            near = rows.values().toList().stream()
                    .filter(c -> !c.state().offline())
                    .sorted(Comparator.comparingDouble(
                            (Camera c) -> c.position().distanceMetres(at)))
                    .limit(NEAREST)
                    .map(Camera::id)
                    .toList();
        }
        return near;
    }

    /// Since when no more is known, where that is beyond what was promised.
    String late(Freshness freshness, Duration promise, Instant now) {
        if (!freshness.asOf().isAfter(Instant.EPOCH)) {
            return "";
        }
        Duration age = Duration.between(freshness.asOf(), now);
        boolean late = !freshness.live() || age.compareTo(promise) > 0;
        return late ? messages.get("wall.as-of", words.moment(freshness.asOf(), now), AgeText.of(age, messages)) : "";
    }
}
