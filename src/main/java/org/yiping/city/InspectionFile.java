package org.yiping.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.inspection.InspectionSet;
import org.yiping.protocol.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads `inspection.yaml`: the versions of what a city inspects by. What is wrong is told as file, line and
/// reason. Stateless; any thread.
final class InspectionFile {
    static final String NAME = "inspection.yaml";
    private static final String SHIPPED = "/org/yiping/catalogue/inspection.yaml";

    private record Document(@Nullable List<InspectionSet> versions) {}

    private InspectionFile() {}

    /// Those of a folder; the shipped sample where it has none.
    static List<InspectionSet> in(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            return Files.exists(file) ? read(Files.readString(file)) : shipped();
        } catch (IOException e) {
            throw new IllegalArgumentException(NAME + " cannot be read: " + e.getMessage(), e);
        }
    }

    static List<InspectionSet> shipped() {
        try (InputStream in = Objects.requireNonNull(InspectionFile.class.getResourceAsStream(SHIPPED))) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<InspectionSet> read(String text) {
        List<InspectionSet> versions;
        try {
            YAMLMapper yaml = YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();
            Document document = Json.mapper().treeToValue(yaml.readTree(text), Document.class);
            List<InspectionSet> found = document == null ? null : document.versions();
            versions = found == null ? List.of() : List.copyOf(found);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String where = e.getPath().stream()
                    .map(r -> r.getPropertyName() == null ? "[" + r.getIndex() + "]" : "." + r.getPropertyName())
                    .collect(Collectors.joining());
            throw wrong(Math.max(1, line), where + " " + e.getOriginalMessage(), e);
        } catch (RuntimeException e) { // what records refuse, and a document that is no map
            throw wrong(1, String.valueOf(e.getMessage()), e);
        }
        if (versions.isEmpty()) {
            throw wrong(1, "no versions", null);
        }
        for (InspectionSet set : versions) {
            Optional<String> fault = set.fault();
            if (fault.isPresent()) {
                int from = KpiFile.line(text, 1, "version", set.version());
                String about = fault.get().substring(0, fault.get().indexOf(':'));
                throw wrong(KpiFile.line(text, from, "code", about), fault.get(), null);
            }
        }
        return versions;
    }

    private static IllegalArgumentException wrong(int line, String reason, @Nullable Throwable cause) {
        return new IllegalArgumentException(NAME + ":" + line + ": " + reason, cause);
    }
}
