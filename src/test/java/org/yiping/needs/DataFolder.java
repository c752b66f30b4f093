package org.yiping.needs;

import java.nio.file.Path;

/// Where real data stands: YIPING_DATA, which the launcher sets; without it a folder that holds none.
public final class DataFolder {
    private DataFolder() {}

    public static Path of(String name) {
        String told = System.getenv("YIPING_DATA");
        return Path.of(told == null || told.isBlank() ? "target/no-data" : told).resolve(name);
    }
}
