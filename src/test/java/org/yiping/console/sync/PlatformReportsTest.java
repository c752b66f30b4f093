package org.yiping.console.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.report.ReportRun;

/// A file is there whole and as the platform made it, or it is not there.
class PlatformReportsTest {
    private static final byte[] CONTENT = "report".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private String[] left() {
        return folder.toFile().list();
    }

    private static ReportRun.ReportFile file(String sha) {
        return new ReportRun.ReportFile("pdf", CONTENT.length, sha);
    }

    private static String sha() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT));
    }

    @Test
    void one_that_came_whole_has_its_name() throws Exception {
        Path target = folder.resolve("a.pdf");
        assertThat(PlatformReports.fetched(new ByteArrayInputStream(CONTENT), file(sha()), target))
                .isEqualTo(new Found.Got<>(target));
        assertThat(Files.readAllBytes(target)).isEqualTo(CONTENT);
        assertThat(left()).containsExactly("a.pdf");
    }

    @Test
    void one_that_came_otherwise_is_not_kept_and_what_was_there_stays() throws Exception {
        Path target = folder.resolve("a.pdf");
        Files.writeString(target, "before");
        assertThat(PlatformReports.fetched(new ByteArrayInputStream(CONTENT), file("0".repeat(64)), target))
                .isEqualTo(new Found.Refused<>("UI-4121", ""));
        assertThat(Files.readString(target)).isEqualTo("before");
        assertThat(left()).containsExactly("a.pdf");
    }

    @Test
    void a_place_nobody_can_write_to_is_told() throws Exception {
        Path target = folder.resolve("nowhere").resolve("a.pdf");
        assertThat(PlatformReports.fetched(new ByteArrayInputStream(CONTENT), file(sha()), target))
                .isEqualTo(new Found.Refused<>("UI-4120", ""));
    }

    @Test
    void a_line_that_breaks_leaves_nothing() throws Exception {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(CONTENT), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        });
        ReportRun.ReportFile file = file(sha());
        assertThatThrownBy(() -> PlatformReports.fetched(broken, file, folder.resolve("a.pdf")))
                .isInstanceOf(IOException.class);
        assertThat(left()).isEmpty();
    }
}
