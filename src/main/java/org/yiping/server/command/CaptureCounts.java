package org.yiping.server.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.server.data.Batch;

/// How the day's captures are counted: names of sequences in the storage, so that what was never kept as a row is
/// counted too. Immutable; the writer's thread.
record CaptureCounts(ZoneId zone) {
    void count(Batch batch, Instant at, String what, ClassCode of) {
        batch.take(prefix(LocalDate.ofInstant(at, zone)) + what + "/" + of.value());
    }

    static String prefix(LocalDate day) {
        return "capture/" + day + "/";
    }
}
