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
import org.jspecify.annotations.Nullable;
import org.yiping.domain.assessment.AssessmentRules;
import org.yiping.protocol.Json;
import tools.jackson.core.JacksonException;

/// Reads `assessment.json`: the versions of how the city assesses. What is wrong is told as file, line and reason.
/// Stateless; any thread.
final class AssessmentFile {
    static final String NAME = "assessment.json";
    private static final String SHIPPED = "/org/yiping/catalogue/assessment.json";

    private record Document(List<AssessmentRules> versions) {}

    private AssessmentFile() {}

    /// Those of a folder; the shipped samples where it has none.
    static List<AssessmentRules> in(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            return Files.exists(file) ? read(Files.readString(file)) : shipped();
        } catch (IOException e) {
            throw new IllegalArgumentException(NAME + " cannot be read: " + e.getMessage(), e);
        }
    }

    static List<AssessmentRules> shipped() {
        try (InputStream in = Objects.requireNonNull(AssessmentFile.class.getResourceAsStream(SHIPPED))) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<AssessmentRules> read(String text) {
        List<AssessmentRules> versions;
        try {
            Document document = Json.mapper().readValue(text, Document.class);
            versions = document.versions() == null ? List.of() : List.copyOf(document.versions());
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw wrong(line, e.getOriginalMessage(), e);
        } catch (NullPointerException e) {
            throw wrong(1, "something is left out: " + e.getMessage(), e);
        }
        if (versions.isEmpty()) {
            throw wrong(1, "no versions", null);
        }
        for (AssessmentRules rules : versions) {
            Optional<String> fault = fault(rules);
            if (fault.isPresent()) {
                String about = fault.get().substring(0, fault.get().indexOf(':'));
                throw wrong(line(text, rules.version(), about), fault.get(), null);
            }
        }
        return versions;
    }

    /// Parts that are left out are found where they are asked for.
    private static Optional<String> fault(AssessmentRules rules) {
        try {
            return rules.fault();
        } catch (NullPointerException e) {
            return Optional.of(rules.version() + ": something is left out: " + e.getMessage());
        }
    }

    private static IllegalArgumentException wrong(int line, String reason, @Nullable Throwable cause) {
        return new IllegalArgumentException(NAME + ":" + line + ": " + reason, cause);
    }

    /// The line of a version, or within it of the scheme that is said to be wrong.
    private static int line(String text, String version, String about) {
        int from = Math.max(0, text.indexOf('"' + version + '"'));
        int at = text.indexOf('"' + about + '"', from);
        return (int) text.substring(0, at < 0 ? from : at).lines().count();
    }
}
