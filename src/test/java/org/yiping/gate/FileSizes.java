package org.yiping.gate;

import java.util.List;
import java.util.stream.Stream;

/// Small files: over 300 lines needs its reason in the file, over 500 has none.
public final class FileSizes {
    static final int WANTS_REASON = 300;
    static final int NEVER = 500;

    private FileSizes() {}

    public static List<String> findings(Sources sources) {
        return sources.files().entrySet().stream()
                .flatMap(file -> judge(file.getKey(), file.getValue()))
                .toList();
    }

    private static Stream<String> judge(String path, String text) {
        long lines = text.lines().count();
        if (lines > NEVER) {
            return Stream.of(path + " has " + lines + " lines; over " + NEVER + " is never right: split it");
        }
        boolean reasoned = text.lines().anyMatch(l -> l.strip().matches("(//|#) long because \\S.*"));
        if (lines > WANTS_REASON && !reasoned) {
            return Stream.of(path + " has " + lines + " lines and no line \"// long because …\"");
        }
        return Stream.empty();
    }
}
