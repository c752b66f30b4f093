package org.yiping.console.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.link.ReportCalls;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.ReportLookup;
import org.yiping.domain.report.ReportCard;
import org.yiping.domain.report.ReportId;
import org.yiping.domain.report.ReportRun;
import org.yiping.domain.report.ReportTemplates;
import org.yiping.domain.report.ReportWish;

/// Asks the platform for reports and fetches their files. Any thread.
final class PlatformReports implements ReportLookup {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformReports.class);
    private static final int SHOWN = 200;

    private final ReportCalls calls;

    PlatformReports(ReportCalls calls) {
        this.calls = calls;
    }

    @Override
    public CompletableFuture<Found<ReportTemplates>> templates() {
        return calls.templates().thenApply(a -> PlatformLookup.found(a, Function.identity()));
    }

    @Override
    public CompletableFuture<Found<List<ReportCard>>> newest() {
        return calls.newest(SHOWN).thenApply(a -> PlatformLookup.found(a, Function.identity()));
    }

    @Override
    public CompletableFuture<Found<ReportCard>> order(ReportId id, ReportWish wish) {
        return calls.order(id, wish).thenApply(a -> PlatformLookup.found(a, Function.identity()));
    }

    @Override
    public CompletableFuture<Found<ReportCard>> cancel(ReportId id) {
        return calls.cancel(id).thenApply(a -> PlatformLookup.found(a, Function.identity()));
    }

    @Override
    public CompletableFuture<Found<byte[]>> preview(ReportId id) {
        return calls.bytes(id, ReportRun.PNG).thenApply(a -> PlatformLookup.found(a, Function.identity()));
    }

    @Override
    public CompletableFuture<Found<Path>> save(ReportRun run, ReportRun.ReportFile file, Path target) {
        return calls.stream(run.id(), file.format(), in -> fetched(in, file, target))
                .thenApply(a -> PlatformLookup.found(a, Function.<Found<Path>>identity()))
                .thenApply(PlatformReports::inner);
    }

    private static Found<Path> inner(Found<Found<Path>> found) {
        return switch (found) {
            case Found.Got<Found<Path>>(Found<Path> value) -> value;
            case Found.Refused<Found<Path>>(String code, String detail) -> new Found.Refused<>(code, detail);
            case Found.Unreachable<Found<Path>>() -> new Found.Unreachable<>();
        };
    }

    /// What the disk refuses is said as that; what the line breaks goes up to the link.
    static Found<Path> fetched(InputStream in, ReportRun.ReportFile file, Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            MessageDigest digest = sha256();
            OutputStream disk;
            try {
                disk = new DigestOutputStream(Files.newOutputStream(part), digest);
            } catch (IOException e) {
                return unwritten(target, e);
            }
            try (OutputStream out = disk) {
                byte[] some = new byte[1 << 16];
                for (int n = in.read(some); n >= 0; n = in.read(some)) {
                    try {
                        out.write(some, 0, n);
                    } catch (IOException e) {
                        return unwritten(target, e);
                    }
                }
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
                return new Found.Refused<>("UI-4121", "");
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return new Found.Got<>(target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Found<Path> unwritten(Path target, IOException e) {
        LOG.warn("a report could not be written to {}: {}", target, e.toString());
        return new Found.Refused<>("UI-4120", "");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
