package org.yiping.console.ui.map;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.fx.Notice;
import org.yiping.console.map.Generalisation;
import org.yiping.console.map.ShippedStyles;
import org.yiping.console.map.style.StyleFault;
import org.yiping.console.map.style.StyleReader;
import org.yiping.console.map.style.StyleSheet;
import org.yiping.console.ui.Hall;

/// The style a map wears: the shipped one, or the city's own while its file is there and without a fault (自定样式).
///
/// The file is looked at every two seconds by its time and size, on a worker; a saved file is worn within that, one
/// with a fault is named and the style before it stays. FX thread but for `look`. Not a watch service: it needs a
/// thread that waits, and says nothing of folders on a network.
final class OwnStyle implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnStyle.class);
    private static final String NOTICE = "map-style";
    private static final int SECONDS = 2;

    private final Hall hall;
    private final StyleSheet shipped;
    private final Runnable changed;
    private @Nullable Future<?> looking;
    /// The worker's own.
    private @Nullable Stamp seen;

    private volatile StyleSheet sheet;

    private record Stamp(FileTime time, long size) {}

    OwnStyle(Hall hall, Generalisation generalisation, Runnable changed) {
        this.hall = hall;
        this.shipped = ShippedStyles.of(generalisation);
        this.sheet = shipped;
        this.changed = changed;
    }

    /// Begins to look at a file, if one is named.
    void follow(@Nullable Path file, ScheduledExecutorService worker) {
        if (file != null) {
            Set<String> tokens = hall.themes().colours().keySet();
            looking = worker.scheduleWithFixedDelay(() -> look(file, tokens), 0, SECONDS, TimeUnit.SECONDS);
        }
    }

    StyleSheet sheet() {
        return sheet;
    }

    @Override
    public void close() {
        if (looking != null) {
            looking.cancel(false);
        }
    }

    private void look(Path file, Set<String> tokens) {
        Stamp now = stamp(file);
        Stamp before = seen;
        if (now == null ? before == null : now.equals(before)) {
            return;
        }
        seen = now;
        if (now == null) {
            hall.notices().dismiss(NOTICE); // the fault went with its file
            wear(shipped);
            return;
        }
        try {
            switch (StyleReader.file(file, tokens)) {
                case StyleReader.Reading.Read read -> {
                    LOG.info("map style {} read from {}", read.sheet().name(), file);
                    wear(read.sheet());
                    hall.notices()
                            .show(Notice.info(
                                    NOTICE, say("map.style-taken", read.sheet().name())));
                }
                case StyleReader.Reading.Faulty faulty -> {
                    LOG.warn("map style not taken: {}", faulty.fault());
                    hall.notices()
                            .show(Notice.warning(NOTICE, words(faulty.fault()), say("map.style-kept"), "MAP-1001"));
                }
            }
        } catch (RuntimeException e) {
            // a thrown exception would end the looking for good
            LOG.error("map style {} could not be looked at", file, e);
        }
    }

    private static @Nullable Stamp stamp(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.isRegularFile() ? new Stamp(now.lastModifiedTime(), now.size()) : null;
        } catch (IOException _) {
            return null;
        }
    }

    private void wear(StyleSheet next) {
        sheet = next;
        hall.fx().execute(changed);
    }

    private String words(StyleFault fault) {
        String reason = say(key(fault.reason()), fault.words().toArray());
        return fault.line() == 0
                ? say("map.style-whole", fault.file(), reason)
                : say(
                        "map.style-place",
                        fault.file(),
                        String.valueOf(fault.line()),
                        String.valueOf(fault.column()),
                        reason);
    }

    private String say(String key, Object... words) {
        return hall.messages().get(key, words);
    }

    static String key(StyleFault.Reason reason) {
        return switch (reason) {
            case UNREADABLE -> "map.style-unreadable";
            case TOO_LARGE -> "map.style-tooLarge";
            case NOT_JSON -> "map.style-notJson";
            case TWICE -> "map.style-twice";
            case MISSING -> "map.style-missing";
            case WRONG_KIND -> "map.style-wrongKind";
            case UNKNOWN_KEY -> "map.style-unknownKey";
            case UNKNOWN_TYPE -> "map.style-unknownType";
            case UNKNOWN_PROPERTY -> "map.style-unknownProperty";
            case UNKNOWN_LAYER -> "map.style-unknownLayer";
            case UNKNOWN_COLUMN -> "map.style-unknownColumn";
            case UNKNOWN_VALUE -> "map.style-unknownValue";
            case UNKNOWN_EXPRESSION -> "map.style-unknownExpression";
            case UNKNOWN_TOKEN -> "map.style-unknownToken";
            case WRONG_ARGUMENTS -> "map.style-wrongArguments";
            case BAD_COLOUR -> "map.style-badColour";
            case OUT_OF_RANGE -> "map.style-outOfRange";
            case ZOOM_INSIDE -> "map.style-zoomInside";
            case STOPS_NOT_RISING -> "map.style-stopsNotRising";
            case NOT_DRAWN_SO -> "map.style-notDrawnSo";
        };
    }
}
