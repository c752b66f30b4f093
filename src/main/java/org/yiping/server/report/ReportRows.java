package org.yiping.server.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.yiping.domain.report.ReportId;
import org.yiping.domain.report.ReportRun;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Change;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;
import org.yiping.server.data.StorageException;

/// Reports as rows of the journal. Any thread.
public final class ReportRows {
    private static final int PAGE = 1_000;

    private final Rows rows;
    private final Writer writer;
    private final Scope whole;

    /// Returns when it is on disk.
    @FunctionalInterface
    public interface Writer {
        long write(Origin origin, List<Change> changes);
    }

    /// `whole` stands for the whole city: what is of all of it is no district's to see.
    public ReportRows(Rows rows, Writer writer, Scope whole) {
        this.rows = rows;
        this.writer = writer;
        this.whole = whole;
    }

    Optional<ReportRun> find(ReportId id) {
        return rows.find(Kinds.REPORT, id.value()).map(ReportRows::read);
    }

    /// The newest first.
    List<ReportRun> newest(Reach reach, int limit) {
        return rows.newest(Kinds.REPORT, reach, limit).stream()
                .map(ReportRows::read)
                .toList();
    }

    /// Those that have not ended, the oldest first.
    List<ReportRun> open() {
        List<ReportRun> open = new ArrayList<>();
        long cursor = 0;
        List<Row> page;
        do {
            page = rows.page(Kinds.REPORT, CaseFilter.ALL, Reach.CITY, cursor, PAGE);
            for (Row row : page) {
                cursor = row.place().born();
                ReportRun run = read(row);
                if (run.goesOn()) {
                    open.add(run);
                }
            }
        } while (page.size() == PAGE);
        return open;
    }

    /// What somebody has to reach to see it; a department's notice is the department's too.
    Scope scope(ReportRun run) {
        String department = run.department();
        if (department == null && run.scope().department() != null) {
            department = run.scope().department().value();
        }
        String areas = String.join(" ", run.areas());
        return new Scope(areas.isEmpty() ? whole.area() : areas, department);
    }

    void write(ReportRun run) {
        try {
            writer.write(
                    new Origin(run.by(), null, null, null),
                    List.of(Change.fact(
                            Kinds.REPORT, run.id().value(), Json.mapper().writeValueAsString(run), scope(run))));
        } catch (CompletionException e) {
            throw e.getCause() instanceof StorageException s ? s : e;
        }
    }

    private static ReportRun read(Row row) {
        return Json.mapper().readValue(row.content(), ReportRun.class);
    }
}
