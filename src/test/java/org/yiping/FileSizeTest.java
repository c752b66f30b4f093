package org.yiping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.gate.FileSizes;
import org.yiping.gate.Sources;

class FileSizeTest {
    @Test
    void every_file_is_small_or_says_why_not() {
        Sources sources = Sources.read(List.of("src", "packaging"), ".java", ".sh");
        assertThat(sources.files()).isNotEmpty();
        assertThat(FileSizes.findings(sources)).isEmpty();
    }

    @Test
    void a_long_file_without_a_reason_is_refused() {
        assertThat(FileSizes.findings(Sources.of("Long.java", "x\n".repeat(301))))
                .hasSize(1);
        assertThat(FileSizes.findings(Sources.of("Long.java", "x\n".repeat(300))))
                .isEmpty();
    }

    @Test
    void a_reason_allows_a_long_file_but_not_a_huge_one() {
        String reason = "// long because the table belongs together\n";
        assertThat(FileSizes.findings(Sources.of("Long.java", reason + "x\n".repeat(400))))
                .isEmpty();
        assertThat(FileSizes.findings(Sources.of("Huge.java", reason + "x\n".repeat(500))))
                .hasSize(1);
    }
}
