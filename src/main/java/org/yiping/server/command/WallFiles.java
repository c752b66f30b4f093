package org.yiping.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.city.SceneFolder;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallScene;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Change;
import org.yiping.server.data.Meta;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Scope;

/// Reads the scenes of the city's folder again while the platform runs: once a minute it looks whether a file there has
/// changed, and takes it by the rules of a start; what is refused is said in the same words and stays as it was. One
/// thread.
///
/// What changes is left to settle for some seconds: an editor may take a file away before it writes the new one, and
/// rules that are gone would open the wall to everybody.
public final class WallFiles {
    private static final Logger LOG = LoggerFactory.getLogger(WallFiles.class);
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final String ID = "wall";

    private final @Nullable Path city;
    private final Meta meta;
    private final InstantSource clock;
    private Map<String, Stamp> seen;
    private Map<String, Stamp> changing = Map.of();
    private Instant looked;
    private Instant next;
    private boolean untold;

    /// By which a file is known to be another one.
    private record Stamp(FileTime changed, long bytes) {}

    /// The row every client hears of: they ask for the city again.
    private record InForce(String rules, Map<String, String> scenes) {
        static InForce of(WallBook book) {
            Map<String, String> versions = new TreeMap<>();
            for (WallScene scene : book.scenes()) {
                versions.put(scene.id().value(), scene.version());
            }
            return new InForce(book.rules().version(), versions);
        }
    }

    /// What is read goes into `meta`, for a start without the folder. To be made before the start reads the folder, so
    /// that nothing that changes meanwhile is missed; without a `city` there is none to look at.
    public WallFiles(@Nullable Path city, Meta meta, InstantSource clock) {
        this.city = city;
        this.meta = meta;
        this.clock = clock;
        seen = stamps();
        looked = clock.instant();
        next = looked.plus(BETWEEN);
    }

    public void tick(CommandDesk desk, Rulebook book) {
        Instant now = clock.instant();
        boolean due = now.isBefore(looked) || !now.isBefore(next);
        if (city == null || !due) {
            return;
        }
        looked = now;
        Map<String, Stamp> here = stamps();
        boolean settles = !here.equals(seen) && !here.equals(changing);
        changing = here;
        next = now.plus(settles ? SETTLING : BETWEEN);
        if (!settles && !here.equals(seen)) {
            seen = here;
            SceneFolder.Read read = SceneFolder.read(city, book.wall());
            read.faults().forEach(f -> LOG.warn("{}; what stood there before stays", f));
            if (!read.book().equals(book.wall())) {
                book.wall(meta, read.book());
                untold = true;
                LOG.info("the wall's files have changed and are in force: {}", InForce.of(book.wall()));
            }
        }
        if (untold) {
            String text = Json.mapper().writeValueAsString(InForce.of(book.wall()));
            desk.write(Origin.PLATFORM, List.of(Change.fact(Kinds.CITY, ID, text, Scope.OPEN)));
            untold = false;
        }
    }

    /// Nothing where the folder is not there or cannot be read: what that means is for whoever reads it.
    private Map<String, Stamp> stamps() {
        Map<String, Stamp> all = new TreeMap<>();
        if (city == null) {
            return all;
        }
        try (var files = Files.list(city.resolve("scenes"))) {
            for (Path file : files.toList()) {
                all.put(
                        String.valueOf(file.getFileName()),
                        new Stamp(Files.getLastModifiedTime(file), Files.size(file)));
            }
        } catch (IOException e) {
            LOG.debug("the folder of the wall's scenes cannot be listed: {}", e.toString());
            return Map.of();
        }
        return all;
    }
}
