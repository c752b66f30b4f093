package org.yiping.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.yiping.domain.staff.StaffRules;
import org.yiping.protocol.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads `staff.yaml`: the versions of the rules by which the work of people in the field is judged. What is
/// wrong is told as file, line and reason. Stateless; any thread.
final class StaffFile {
    static final String NAME = "staff.yaml";
    private static final String SHIPPED = "/org/yiping/catalogue/staff.yaml";

    private record Document(List<StaffRules> versions) {}

    private StaffFile() {}

    /// Those of a folder; the shipped ones where it has none.
    static List<StaffRules> in(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            return Files.exists(file) ? read(Files.readString(file)) : shipped();
        } catch (IOException e) {
            throw new IllegalArgumentException(NAME + " cannot be read: " + e.getMessage(), e);
        }
    }

    static List<StaffRules> shipped() {
        try (InputStream in = Objects.requireNonNull(StaffFile.class.getResourceAsStream(SHIPPED))) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<StaffRules> read(String text) {
        List<StaffRules> versions;
        try {
            YAMLMapper yaml = YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();
            versions = Json.mapper()
                    .treeToValue(yaml.readTree(text), Document.class)
                    .versions();
            versions = List.copyOf(versions);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new IllegalArgumentException(NAME + ":" + line + ": " + e.getOriginalMessage(), e);
        } catch (RuntimeException e) { // a part that is missing, and a document that is no map
            throw new IllegalArgumentException(NAME + ":1: a part is missing: " + e.getMessage(), e);
        }
        if (versions.isEmpty()) {
            throw new IllegalArgumentException(NAME + ":1: no versions");
        }
        for (StaffRules rules : versions) {
            rules.fault().ifPresent(fault -> {
                throw new IllegalArgumentException(
                        NAME + ":" + line(text, rules.version()) + ": " + rules.version() + ": " + fault);
            });
        }
        return versions;
    }

    /// Where a version begins.
    private static int line(String text, String version) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].contains("version:") && lines[i].contains(version)) {
                return i + 1;
            }
        }
        return 1;
    }
}
