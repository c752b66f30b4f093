package org.yiping.console.link;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.yiping.domain.report.ReportCard;
import org.yiping.domain.report.ReportId;
import org.yiping.domain.report.ReportTemplates;
import org.yiping.domain.report.ReportWish;
import org.yiping.protocol.Json;

/// What a link asks of reports. Any thread.
public final class ReportCalls {
    private static final String REPORTS = "/api/v1/reports";

    private final Calls calls;

    ReportCalls(Calls calls) {
        this.calls = calls;
    }

    public CompletableFuture<Answer<ReportTemplates>> templates() {
        return calls.json(Call.get("/api/v1/report-templates"), ReportTemplates.class);
    }

    /// The newest first.
    public CompletableFuture<Answer<List<ReportCard>>> newest(int most) {
        return calls.page(Call.get(REPORTS + "?limit=" + most), ReportCard.class);
    }

    public CompletableFuture<Answer<ReportCard>> order(ReportId id, ReportWish wish) {
        return calls.json(Call.put(path(id), Json.mapper().writeValueAsBytes(wish)), ReportCard.class);
    }

    public CompletableFuture<Answer<ReportCard>> cancel(ReportId id) {
        return calls.json(Call.post(path(id) + "/cancel", new byte[] {'{', '}'}), ReportCard.class);
    }

    public CompletableFuture<Answer<byte[]>> bytes(ReportId id, String format) {
        return calls.bytes(Call.get(file(id, format)));
    }

    /// Reads it as it comes.
    public interface Taking<T> {
        T from(InputStream in) throws IOException;
    }

    public <T> CompletableFuture<Answer<T>> stream(ReportId id, String format, Taking<T> taking) {
        return calls.stream(Call.get(file(id, format)), taking::from);
    }

    private static String path(ReportId id) {
        return REPORTS + "/" + Link.encode(id.value());
    }

    private static String file(ReportId id, String format) {
        return path(id) + "/files/" + Link.encode(format);
    }
}
