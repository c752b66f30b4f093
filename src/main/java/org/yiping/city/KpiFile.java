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
import java.util.regex.Pattern;
import org.yiping.domain.kpi.FigureRule;
import org.yiping.domain.kpi.FigureRules;
import org.yiping.domain.kpi.Formula;
import org.yiping.protocol.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads `kpi.yaml`: the versions of the city's figures. What is wrong is told as file, line and reason. Stateless; any
/// thread.
final class KpiFile {
    static final String NAME = "kpi.yaml";
    private static final String SHIPPED = "/org/yiping/catalogue/kpi.yaml";

    private record Document(List<FigureRules> versions) {}

    private KpiFile() {}

    /// Those of a folder; the shipped ones where it has none.
    static List<FigureRules> in(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            return Files.exists(file) ? read(NAME, Files.readString(file)) : shipped();
        } catch (IOException e) {
            throw new IllegalArgumentException(NAME + " cannot be read: " + e.getMessage(), e);
        }
    }

    static List<FigureRules> shipped() {
        try (InputStream in = Objects.requireNonNull(KpiFile.class.getResourceAsStream(SHIPPED))) {
            return read(NAME, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<FigureRules> read(String name, String text) {
        List<FigureRules> versions;
        try {
            YAMLMapper yaml = YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();
            Document document = Json.mapper().treeToValue(yaml.readTree(text), Document.class);
            versions = document == null || document.versions() == null ? List.of() : List.copyOf(document.versions());
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw wrong(name, line > 0 ? line : line(text, e.getPath()), e.getOriginalMessage(), e);
        } catch (RuntimeException e) { // what records refuse, and a document that is no map
            throw wrong(name, 1, String.valueOf(e.getMessage()), e);
        }
        if (versions.isEmpty()) {
            throw wrong(name, 1, "no versions", null);
        }
        for (FigureRules rules : versions) {
            int from = line(text, 1, "version", rules.version());
            for (FigureRule f : rules.figures()) {
                int line = line(text, from, "code", f.code().value());
                try {
                    Formula.of(f.formula());
                } catch (Formula.Wrong e) {
                    String reason = f.code().value() + ": " + e.getMessage() + ", at character " + e.place() + " of "
                            + f.formula();
                    throw wrong(name, line, reason, e);
                }
            }
            Optional<String> fault = rules.fault();
            if (fault.isPresent()) {
                String about = fault.get().substring(0, fault.get().indexOf(':'));
                throw wrong(name, line(text, from, "code", about), fault.get(), null);
            }
        }
        return versions;
    }

    private static IllegalArgumentException wrong(
            String name, int line, String reason, @org.jspecify.annotations.Nullable Throwable cause) {
        return new IllegalArgumentException(name + ":" + line + ": " + reason, cause);
    }

    /// Where the figure begins that a path into the document leads to: its `code` is the so manieth of its version.
    private static int line(String text, List<JacksonException.Reference> path) {
        String[] lines = text.split("\n", -1);
        int version = index(path, "versions");
        int figure = index(path, "figures");
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].matches("\\s*-\\s*\\{?\\s*version:.*")) {
                version--;
            }
            if (version < 0 && lines[i].matches("\\s*-\\s*\\{?\\s*code:.*") && figure-- == 0) {
                return i + 1;
            }
        }
        return 1;
    }

    private static int index(List<JacksonException.Reference> path, String of) {
        for (int i = 0; i + 1 < path.size(); i++) {
            if (of.equals(path.get(i).getPropertyName())) {
                return path.get(i + 1).getIndex();
            }
        }
        return -1;
    }

    /// The line, from `from` on, that says so; `from` itself where none does.
    static int line(String text, int from, String key, String value) {
        Pattern said = Pattern.compile("\\b" + key + ":\\s*[\"']?" + Pattern.quote(value) + "[\"']?(\\s|,|}|$)");
        String[] lines = text.split("\n", -1);
        for (int i = from - 1; i < lines.length; i++) {
            if (said.matcher(lines[i]).find()) {
                return i + 1;
            }
        }
        return from;
    }
}
