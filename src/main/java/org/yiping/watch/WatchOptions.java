package org.yiping.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The watchdog's command line: its own words, `--`, the wall's words; without `--` all are the wall's. Read by hand,
/// because a library for it would be larger than the program. Stateless; any thread.
record WatchOptions(
        Path folder, int reports, Limits limits, @Nullable DailyWindow daily, List<String> wall) {
    static final String USAGE = """
            usage: yiping watch [OPTIONS --] WALL'S OPTIONS
            Starts the wall, and starts it again whenever it ends or paints nothing any more.
              --folder DIR          what is kept of each fall (~/.yiping/watch)
              --reports N           how many falls are kept (20)
              --daily 04:00-04:20   starts the wall anew once a day, in that time
              --silence SECONDS     so long may a wall paint nothing (4)
              --start SECONDS       so long may it take to its first frame (60)
            """;

    private static final int REPORTS = 20;
    private static final Set<String> OWN = Set.of("--folder", "--reports", "--daily", "--silence", "--start");

    /// Throws `IllegalArgumentException` that says what is wrong; its message is `USAGE` where help was asked for.
    static WatchOptions parse(List<String> words, Path home) {
        int end = words.indexOf("--");
        if (end < 0 && (words.contains("--help") || words.isEmpty())) {
            throw new IllegalArgumentException(USAGE);
        }
        if (end < 0 && OWN.contains(words.getFirst())) { // the wall knows none of these and would end at once, for ever
            throw new IllegalArgumentException(
                    words.getFirst() + " is the watchdog's: -- is missing before the wall's words");
        }
        WatchOptions options = new WatchOptions(
                home.resolve(".yiping").resolve("watch"),
                REPORTS,
                Limits.USUAL,
                null,
                List.copyOf(words.subList(end + 1, words.size())));
        for (int i = 0; i < end; i += 2) {
            if (words.get(i).equals("--help")) {
                throw new IllegalArgumentException(USAGE);
            }
            if (i + 1 == end) {
                throw new IllegalArgumentException(words.get(i) + " stands alone");
            }
            options = options.with(words.get(i), words.get(i + 1));
        }
        return options;
    }

    private WatchOptions with(String name, String value) {
        return switch (name) {
            case "--folder" ->
                new WatchOptions(Path.of(value).toAbsolutePath().normalize(), reports, limits, daily, wall);
            case "--reports" -> new WatchOptions(folder, (int) number(name, value, 1000), limits, daily, wall);
            case "--daily" -> new WatchOptions(folder, reports, limits, DailyWindow.parse(value), wall);
            case "--silence" -> with(new Limits(Duration.ofSeconds(number(name, value, 60)), limits.start()));
            case "--start" -> with(new Limits(limits.silence(), Duration.ofSeconds(number(name, value, 300))));
            default -> throw new IllegalArgumentException("no option " + name);
        };
    }

    private WatchOptions with(Limits other) {
        return new WatchOptions(folder, reports, other, daily, wall);
    }

    private static long number(String name, String value, int most) {
        if (!value.matches("\\d{1,4}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > most) {
            throw new IllegalArgumentException(name + " takes a number from 1 to " + most + ", not " + value);
        }
        return Integer.parseInt(value);
    }
}
