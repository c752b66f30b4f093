package org.yiping.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yiping.domain.casework.Case;
import org.yiping.fake.Spoiler;
import tools.jackson.core.JacksonException;

/// Spoilt frames and rows are refused as what they are, JSON that cannot be read, and by nothing else.
@Tag("slow")
class CodecFuzzTest {
    private static final int EACH = 4000;

    @Test
    @Timeout(120)
    void spoiltFramesAreReadOrRefused() throws Exception {
        try (var files = Files.list(Path.of("src/test/resources/v1"))) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("frame-"))
                    .sorted()
                    .toList()) {
                spoil(Files.readAllBytes(file), Push.class);
            }
        }
    }

    @Test
    @Timeout(120)
    void spoiltRowsAreReadOrRefused() throws Exception {
        for (var row : List.of(Case.class, City.class)) {
            String name = row.getSimpleName().toLowerCase(java.util.Locale.ROOT);
            spoil(Files.readAllBytes(Path.of("src/test/resources/v1", name + ".json")), row);
        }
    }

    private static void spoil(byte[] sound, Class<?> type) {
        Spoiler spoiler = new Spoiler(20261122);
        int refused = 0;
        for (int i = 0; i < EACH; i++) {
            byte[] spoilt = spoiler.spoil(sound);
            try {
                Object value = Json.mapper().readValue(spoilt, type);
                assertThat(String.valueOf(value)).isNotNull();
            } catch (JacksonException e) {
                refused++;
            }
        }
        assertThat(refused).as(type.getSimpleName()).isBetween(EACH / 10, EACH);
    }
}
