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
/// The last step is kept in the cache: a computer that starts without the platform still knows its place. A disk that
/// takes nothing is asked again every few seconds until it has the step that holds.
final class NodeTeller {
    private static final Logger LOG = LoggerFactory.getLogger(NodeTeller.class);
    private static final long EVERY_MILLIS = 1000;
    /// So many seconds lie between two tries where the disk takes nothing.
    private static final int REST_SECONDS = 10;
    private static final int FORBIDDEN = 403;
    private static final int UNKNOWN = 404;

    private final Link link;
    private final Tables tables;
    private final SyncTools tools;
    private final Facts facts;
    private final OwnNode own;
    private final PictureTeller pictures;
    private final ClockBounds clock = new ClockBounds();
    /// As it stands on the disk, and as it was told last.
    private @Nullable WallStep kept;

    private @Nullable WallStep latest;
    private boolean writing;
    private boolean unkept;
    private int rest;
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
        rest = Math.max(0, rest - 1);
        keep(telling);
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
            telling.execute(() -> answered(answer, left, came, telling));
        });
    }

    private void answered(Answer<WallTeam> answer, Instant left, Instant came, Executor telling) {
        asking = false;
        switch (answer) {
            case Answer.Ok<WallTeam>(WallTeam team) -> {
                tables.clock.measured(clock.heard(left, team.now(), came));
                own.told(team, tables.clock.instant());
                if (!team.steps().isEmpty()) {
                    heard(team.steps().getLast(), telling);
                }
            }
            case Answer.Refused<WallTeam>(var problem) -> {
                refused = problem.status() == FORBIDDEN || problem.status() == UNKNOWN;
                LOG.info("the platform takes no word of a wall's node: {}", problem.code());
            }
            case Answer.Unreachable<WallTeam> _ -> {} // the link says so
        }
    }

    /// A step that is new does not wait for the rest of one the disk would not take.
    private void heard(WallStep step, Executor telling) {
        if (!step.equals(latest)) {
            latest = step;
            rest = 0;
        }
        keep(telling);
    }

    private void keep(Executor telling) {
        WallStep step = latest == null || latest.equals(kept) ? null : latest;
        if (writing || rest > 0 || (step == null && !facts.owes())) {
            return;
        }
        writing = true;
        tools.serial().execute(() -> {
            String refusal = write(step);
            telling.execute(() -> written(step, refusal));
        });
    }

    /// Answers why the disk took nothing; empty where it did.
    private String write(@Nullable WallStep step) {
        try {
            if (step != null) {
                byte[] content = Json.mapper().writeValueAsBytes(step);
                facts.keep(List.of(Row.put(Facts.WALL_STEP, own.place().wall(), content)));
            }
            facts.settle();
            return "";
        } catch (IOException | RuntimeException e) { // whatever it is, it must not be the last try
            return e.toString();
        }
    }

    private void written(@Nullable WallStep step, String refusal) {
        writing = false;
        if (refusal.isEmpty()) {
            kept = step == null ? kept : step;
            if (unkept && step != null) {
                LOG.info("the wall's step is kept again");
                unkept = false;
            }
            return;
        }
        rest = REST_SECONDS;
        if (!unkept) {
            LOG.warn("the wall's step could not be kept and is tried again: {}", refusal);
            unkept = true;
        }
    }
}
