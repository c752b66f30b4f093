package org.yiping.soak;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yiping.figures.Row;
import org.yiping.server.JournalStory;
import org.yiping.server.KillStorm;

/// The server is killed under commands and started again, over and over: every answered command is there, once.
final class KillSoak implements Soak {
    @Override
    public List<Row> run(Stretch stretch) throws Exception {
        int kills = 0;
        Map<String, Long> sent;
        try (KillStorm storm = new KillStorm(stretch.folder(), 20261122)) {
            while (stretch.goesOn() || kills == 0) {
                storm.once();
                kills++;
            }
            sent = storm.sent();
        }
        JournalStory story = JournalStory.read(stretch.folder().resolve("data"));
        long lost = sent.entrySet().stream()
                .filter(s -> !s.getValue().equals(story.commands().get(s.getKey())))
                .count();
        long invented = story.commands().keySet().stream()
                .filter(k -> !sent.containsKey(k))
                .count();
        return List.of(
                Row.told("kills", (double) kills, "kills"),
                Row.told("commands", (double) sent.size(), "commands"),
                Row.atMost("lost", (double) lost, "commands", 0),
                Row.atMost("doubled", (double) story.twice().size() + invented, "commands", 0),
                Row.atMost("journal_broken_at", (double) story.firstBroken(), "revision", 0),
                Row.atMost(
                        "db_bytes_per_change",
                        bytes(stretch.folder().resolve("data")) / Math.max(1.0, story.revision()),
                        "bytes",
                        5000));
    }

    static double bytes(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            double sum = 0;
            for (Path file : files.filter(f -> f.toString().endsWith(".db")).toList()) {
                sum += Files.size(file);
            }
            return sum;
        }
    }
}
