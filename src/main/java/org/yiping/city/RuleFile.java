package org.yiping.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.automation.AutoRule;
import org.yiping.domain.automation.RuleFaults;
import org.yiping.domain.automation.RuleId;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.protocol.Json;

/// Reads `automation.json`: the rules that may act by themselves, under one version. Stateless; any thread.
final class RuleFile {
    static final String NAME = "automation.json";

    private record Text(String version, List<Rule> rules) {}

    /// Lists that are left out restrict nothing.
    private record When(
            @Nullable List<ClassCode> classes,
            @Nullable List<SourceCode> sources,
            @Nullable List<AreaCode> areas,
            @Nullable Double confidence,
            @Nullable List<String> hours) {}

    private record Rule(
            RuleId id,
            String name,
            String nameEnglish,
            AutoRule.Act act,
            When when,
            int perHour,
            Duration veto,
            AutoRule.Missed missed) {}

    private RuleFile() {}

    /// Throws `IllegalArgumentException` that says what is wrong.
    static List<AutoRule> read(Path file, Workflow workflow) {
        try (InputStream in = Files.newInputStream(file)) {
            Text text = Json.mapper().readValue(in, Text.class);
            List<AutoRule> rules =
                    text.rules().stream().map(r -> rule(text.version(), r)).toList();
            List<String> faults = RuleFaults.of(rules, workflow);
            if (!faults.isEmpty()) {
                throw new IllegalArgumentException(NAME + ": " + String.join("; ", faults));
            }
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (tools.jackson.core.JacksonException | NullPointerException e) {
            throw new IllegalArgumentException(NAME + " is not as it should be: " + e.getMessage(), e);
        }
    }

    private static AutoRule rule(String version, Rule r) {
        When w = r.when();
        return new AutoRule(
                r.id(),
                version,
                r.name(),
                r.nameEnglish(),
                r.act(),
                new AutoRule.When(
                        all(w.classes()),
                        all(w.sources()),
                        all(w.areas()),
                        w.confidence(),
                        all(w.hours()).stream().map(RuleFile::span).toList()),
                new AutoRule.Bounds(r.perHour(), r.veto(), r.missed()),
                null);
    }

    private static <T> List<T> all(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static AutoRule.Span span(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException(NAME + ": hours are FROM-TO, not " + text);
        }
        return new AutoRule.Span(time(text.substring(0, dash)), time(text.substring(dash + 1)));
    }

    private static LocalTime time(String text) {
        return text.strip().equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text.strip());
    }
}
