package org.yiping.simulator.past;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.yiping.city.Logbook;
import org.yiping.domain.casework.Outcome;
import org.yiping.domain.command.Command;
import org.yiping.domain.identity.Actor;
import org.yiping.simulator.photo.Album;
import org.yiping.simulator.play.Deed;
import org.yiping.simulator.play.Settings;

/// Gives the simulated city its last days, so that a hall that is just switched on has figures, histories and a full
/// queue: played on paper by the same people and rules as the live city, and written into the city's folder as a
/// logbook with its photos.
///
/// About 330 reports a day, as a city of 120,000 cases a year has, more by day than by night. The last hour is busy
/// and the seats leave some of it lying, for whoever sits down now. The same seed and end give the same logbook.
/// Stateless; any thread.
public final class Past {
    private static final Duration LENGTH = Duration.ofDays(2);
    private static final Duration BUSY = Duration.ofMinutes(75);
    private static final Duration LEFT_LYING = Duration.ofMinutes(15);
    /// In the last minutes, of a hundred: what dispatchers and the other seats leave for later.
    private static final int DISPATCHERS_LEAVE = 75;
    private static final int SEATS_LEAVE = 25;
    /// Chances in a thousand that a report of the steady stream (one in thirty seconds) comes, by the hour of the day.
    private static final int[] BY_HOUR = {
        15, 12, 10, 10, 15, 30, 80, 150, 210, 220, 210, 180, 120, 110, 180, 200, 200, 180, 140, 110, 90, 70, 50, 25
    };
    private static final int ALWAYS = 1000;

    private final Path folder;
    private final long seed;

    public Past(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    /// Writes logbook and photos into the city's folder; returns how many commands that are.
    public int write(Instant until) throws IOException {
        Instant end = until.truncatedTo(ChronoUnit.MILLIS);
        PaperTown town = PaperTown.read(folder);
        Album album = new Album();
        Keeping keeping = new Keeping(town, end, new SplittableRandom(seed));
        PaperPlay play = new PaperPlay(
                town,
                new Settings(seed, 1, Settings.Seats.AUTO, 0, "past"),
                end.minus(LENGTH),
                // two pictures of a kind are enough for days nobody watched
                photo -> album.id(new Deed.Photo(photo.scene(), photo.variant() & 1, photo.after())),
                keeping);
        play.run(end);
        Logbook.write(folder.resolve(Logbook.FILE), keeping.lines);
        Path photos = Files.createDirectories(folder.resolve("photos"));
        for (Map.Entry<String, byte[]> photo : album.photos().entrySet()) {
            Files.write(photos.resolve(photo.getKey()), photo.getValue());
        }
        return keeping.lines.size();
    }

    /// Thins the stream of reports to the hour's rate and keeps what was done.
    private static final class Keeping implements PaperPlay.Watcher {
        private final List<Logbook.Line> lines = new ArrayList<>();
        private final Map<String, Integer> leaves = new HashMap<>();
        private final PaperTown town;
        private final Instant end;
        private final SplittableRandom random;

        Keeping(PaperTown town, Instant end, SplittableRandom random) {
            this.town = town;
            this.end = end;
            this.random = random;
            leaves.put("dispatcher", DISPATCHERS_LEAVE);
            leaves.put("acceptor", SEATS_LEAVE);
            leaves.put("duty-leader", SEATS_LEAVE);
        }

        @Override
        public boolean happens(Deed deed, Instant at) {
            if (deed.draft() instanceof Deed.Draft.Report) {
                boolean busy = at.isAfter(end.minus(BUSY));
                int chance = busy ? ALWAYS : BY_HOUR[at.atZone(town.zone()).getHour()];
                return random.nextInt(ALWAYS) < chance;
            }
            return at.isBefore(end.minus(LEFT_LYING))
                    || random.nextInt(100) >= leaves.getOrDefault(deed.post().value(), 0);
        }

        @Override
        public void judged(Deed deed, Command command, Actor actor, Outcome outcome, Instant at) {
            if (outcome instanceof Outcome.Changed) {
                lines.add(new Logbook.Line(at, actor, command));
            }
        }
    }
}
