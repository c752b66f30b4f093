package org.yiping.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.report.ReportSchedule;
import org.yiping.domain.report.ReportSection;
import org.yiping.domain.report.ReportTemplate;
import org.yiping.protocol.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A city's `reports/` folder: a file a template of reports, over those that ship. What is wrong is told as file, line
/// and reason, and takes no template away: the shipped one of that name stays. Stateless; any thread; reads the disk.
public final class ReportFolder {
    public static final List<String> SHIPPED =
            List.of("daily", "weekly", "monthly", "quarterly", "notice", "inspection");
    private static final String ENDING = ".yaml";
    private static final int MOST = 100;

    private ReportFolder() {}

    /// What there is, and which files were refused.
    public record Read(List<ReportTemplate> templates, List<String> faults) {
        public Read {
            templates = List.copyOf(templates);
            faults = List.copyOf(faults);
        }
    }

    /// `figures` are those the city has now. A shipped template that asks for others is left out.
    public static Read read(@Nullable Path city, Set<KpiCode> figures) {
        Map<String, ReportTemplate> all = new LinkedHashMap<>();
        for (String name : SHIPPED) {
            ReportTemplate template = parsed(name + ENDING, shipped(name));
            if (template.fault(figures).isEmpty()) {
                all.put(name, template);
            }
        }
        List<String> faults = new ArrayList<>();
        Path folder = city == null ? null : city.resolve("reports");
        if (folder != null && Files.isDirectory(folder)) {
            for (Path file : files(folder, faults)) {
                String name = file.getFileName().toString();
                try {
                    ReportTemplate template = template(name, Files.readString(file), figures);
                    all.put(template.code().value(), template);
                } catch (IllegalArgumentException e) {
                    faults.add(String.valueOf(e.getMessage()));
                } catch (IOException e) {
                    faults.add(name + ":1: cannot be read: " + e.getMessage());
                }
            }
        }
        return new Read(List.copyOf(all.values()), faults);
    }

    /// Throws `IllegalArgumentException` with file, line and reason.
    static ReportTemplate template(String name, String text, Set<KpiCode> figures) {
        ReportTemplate template = parsed(name, text);
        template.fault(figures).ifPresent(f -> {
            throw wrong(name, f.section() < 0 ? 1 : section(text, f.section()), f.reason(), null);
        });
        return template;
    }

    private static ReportTemplate parsed(String name, String text) {
        String code = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        try {
            YAMLMapper yaml = YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();
            JsonNode tree = yaml.readTree(text);
            if (!(tree instanceof ObjectNode template)) {
                throw wrong(name, 1, "not a template", null);
            }
            template.put("code", code);
            known(name, text, template);
            return Json.mapper().treeToValue(template, ReportTemplate.class);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            // what records refuse: something that must be there is not
            String reason = e.getCause() instanceof NullPointerException missing
                    ? missing.getMessage() + " is missing"
                    : e.getOriginalMessage();
            throw wrong(name, line > 0 ? line : line(text, e.getPath()), reason, e);
        }
    }

    /// A word that nobody reads is a slip of the hand.
    private static void known(String name, String text, ObjectNode template) {
        unread(template, ReportTemplate.class).ifPresent(k -> {
            throw wrong(name, 1, "nobody reads " + k, null);
        });
        unread(template.path("schedule"), ReportSchedule.class).ifPresent(k -> {
            throw wrong(name, 1, "nobody reads schedule: " + k, null);
        });
        JsonNode sections = template.path("sections");
        for (int i = 0; i < sections.size(); i++) {
            int at = i;
            unread(sections.get(i), ReportSection.class).ifPresent(k -> {
                throw wrong(name, section(text, at), "nobody reads " + k, null);
            });
        }
    }

    private static Optional<String> unread(JsonNode node, Class<? extends Record> type) {
        Set<String> read = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        return node.propertyNames().stream().filter(k -> !read.contains(k)).findFirst();
    }

    private static String shipped(String name) {
        try (InputStream in = Objects.requireNonNull(
                ReportFolder.class.getResourceAsStream("/org/yiping/reports/" + name + ENDING))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, List<String> faults) {
        try (var list = Files.list(folder)) {
            List<Path> files = list.filter(f -> f.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
            if (files.size() > MOST) {
                faults.add("reports:1: there are more than " + MOST + " templates");
            }
            return files.subList(0, Math.min(files.size(), MOST));
        } catch (IOException e) {
            faults.add("reports:1: cannot be read: " + e.getMessage());
            return List.of();
        }
    }

    private static int line(String text, List<JacksonException.Reference> path) {
        boolean section = path.size() > 1 && "sections".equals(path.getFirst().getPropertyName());
        return section ? section(text, path.get(1).getIndex()) : 1;
    }

    /// Where the so manieth section begins.
    private static int section(String text, int number) {
        String[] lines = text.split("\n", -1);
        int left = number;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].matches("\\s*-\\s*\\{?\\s*kind:.*") && left-- == 0) {
                return i + 1;
            }
        }
        return 1;
    }

    private static IllegalArgumentException wrong(String name, int line, String reason, @Nullable Throwable cause) {
        return new IllegalArgumentException(name + ":" + line + ": " + reason, cause);
    }
}
