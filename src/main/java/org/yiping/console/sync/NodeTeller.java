package org.yiping.console.sync;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.cache.Facts;
import org.yiping.console.cache.Row;
import org.yiping.console.link.Answer;
import org.yiping.console.link.Link;
import org.yiping.console.store.LinkState;
import org.yiping.console.store.OwnNode;
import org.yiping.console.store.Tables;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.WallStep;
import org.yiping.domain.wall.WallTeam;
import org.yiping.protocol.Json;
import tools.jackson.core.JacksonException;

/// Tells the platform every second that this computer of a wall is there and what it shows, and takes what the
/// answer says of the others. Every answer also measures the platform's clock, so that all of them turn at
/// once. Confined to a thread of its own: while the writer is busy with a snapshot, the computer is there all
/// the same.
///
/// The last step is kept in the cache: a computer that starts without the platform still knows its place.
final class NodeTeller {
    private static final Logger LOG = LoggerFactory.getLogger(NodeTeller.class);
    private static final long EVERY_MILLIS = 1000;
    private static final int FORBIDDEN = 403;
    private static final int UNKNOWN = 404;

    private final Link link;
    private final Tables tables;
    private final SyncTools tools;
    private final Facts facts;
    private final OwnNode own;
    private final PictureTeller pictures;
    private final ClockBounds clock = new ClockBounds();
    private @Nullable WallStep kept;
    private boolean asking;
    private boolean refused;

    NodeTeller(Link link, Tables tables, SyncTools tools, Facts facts, OwnNode own) {
        this.link = link;
        this.tables = tables;
        this.tools = tools;
        this.facts = facts;
        this.own = own;
        pictures = new PictureTeller(link, own);
    }

    void start(ScheduledExecutorService telling) {
        load();
        var _ = telling.scheduleAtFixedRate(() -> tell(telling), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void load() {
        try {
            facts.load(Facts.WALL_STEP, (id, content) -> {
                if (id.equals(own.place().wall())) {
                    kept = read(content);
                }
            });
        } catch (IOException e) {
            LOG.warn("the wall's last step could not be read: {}", e.toString());
        }
        if (kept != null) {
            own.kept(kept);
        }
    }

    private static @Nullable WallStep read(byte[] content) {
        try {
            return Json.mapper().readValue(content, WallStep.class);
        } catch (JacksonException e) {
            LOG.warn("the wall's last step is not understood: {}", e.getClass().getSimpleName());
            return null;
        }
    }

    private void tell(Executor telling) {
        if (!(tables.link.known().orElse(null) instanceof LinkState.Live)) {
            refused = false; // the next platform may be a newer one
            own.refused(false);
            return;
        }
        pictures.send(telling);
        NodeWord word = own.word().orElse(null);
        if (word == null || asking || refused) {
            return;
        }
        asking = true;
        Instant left = tools.clock().instant();
        var _ = link.tellNode(own.place().wall(), own.place().node(), word).thenAccept(answer -> {
            Instant came = tools.clock().instant();
            telling.execute(() -> answered(answer, left, came));
        });
    }

    private void answered(Answer<WallTeam> answer, Instant left, Instant came) {
        asking = false;
        switch (answer) {
            case Answer.Ok<WallTeam>(WallTeam team) -> {
                tables.clock.measured(clock.heard(left, team.now(), came));
                own.told(team, tables.clock.instant());
                if (!team.steps().isEmpty()) {
                    keep(team.steps().getLast());
                }
            }
            case Answer.Refused<WallTeam>(var problem) -> {
                refused = problem.status() == FORBIDDEN || problem.status() == UNKNOWN;
                LOG.info("the platform takes no word of a wall's node: {}", problem.code());
            }
            case Answer.Unreachable<WallTeam> _ -> {} // the link says so
        }
    }

    private void keep(WallStep step) {
        if (step.equals(kept)) {
            return;
        }
        kept = step;
        tools.serial().execute(() -> write(step));
    }

    private void write(WallStep step) {
        try {
            facts.keep(List.of(
                    Row.put(Facts.WALL_STEP, own.place().wall(), Json.mapper().writeValueAsBytes(step))));
        } catch (IOException e) {
            LOG.warn("the wall's step could not be kept: {}", e.toString());
        }
    }
}
