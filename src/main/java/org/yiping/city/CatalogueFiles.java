package org.yiping.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.yiping.domain.advice.AdviceRules;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.casework.WorkflowFaults;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.Criterion;
import org.yiping.domain.catalogue.Criterion.Wording;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.catalogue.Limit;
import org.yiping.domain.catalogue.LimitUnit;
import org.yiping.domain.catalogue.SopStep;
import org.yiping.protocol.Json;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads a catalogue (components.csv, events.csv, criteria.csv, sop.csv) workflow.yaml and advice.json
/// from a city's `catalogue` folder; a file the city does not bring comes from the ones shipped, but
/// for the procedures in sop.csv: no city works by another one's. Stateless; any thread.
final class CatalogueFiles {
    private static final String PROCEDURES = "sop.csv";
    private static final Wording NO_WORDING = new Wording("", "");

    private final Path folder;

    CatalogueFiles(Path cityFolder) {
        this.folder = cityFolder.resolve("catalogue");
    }

    Catalogue catalogue(String version) {
        Map<String, List<Criterion>> criteria = new HashMap<>();
        csv(
                "criteria.csv",
                row -> criteria.computeIfAbsent(row.get("kind") + row.get("code"), k -> new ArrayList<>())
                        .add(criterion(row)));
        Map<ClassCode, List<SopStep>> procedures = procedures();
        List<CaseClass> classes = new ArrayList<>();
        csv("components.csv", row -> classes.add(caseClass("component", row, criteria, procedures)));
        csv("events.csv", row -> classes.add(caseClass("event", row, criteria, procedures)));
        procedures.keySet().stream()
                .filter(code -> classes.stream().noneMatch(c -> c.code().equals(code)))
                .findFirst()
                .ifPresent(code -> {
                    throw new IllegalArgumentException(PROCEDURES + ": no such class: " + code.value());
                });
        return new Catalogue(version, classes);
    }

    private Map<ClassCode, List<SopStep>> procedures() {
        Path file = folder.resolve(PROCEDURES);
        Map<ClassCode, List<SopStep>> all = new HashMap<>();
        if (Files.exists(file)) {
            Csv.read(file, row -> {
                SopStep step = step(row);
                List<SopStep> steps =
                        all.computeIfAbsent(code(row.get("kind"), row.get("code")), _ -> new ArrayList<>());
                if (step.words().isBlank() || steps.stream().anyMatch(s -> s.id().equals(step.id()))) {
                    throw new IllegalArgumentException("a step without words, or twice: " + step.id());
                }
                steps.add(step);
                return step;
            });
        }
        return all;
    }

    /// A city may write one language only: it then stands for both.
    private static SopStep step(CSVRecord row) {
        String chinese = optional(row, "text_zh");
        String english = optional(row, "text_en");
        String before = optional(row, "before");
        return new SopStep(
                row.get("step"),
                chinese.isBlank() ? english : chinese,
                english.isBlank() ? null : english,
                before.isBlank() ? null : new ActionCode(before),
                optional(row, "required").equals("yes"));
    }

    Workflow workflow() {
        try (InputStream in = open("workflow.yaml")) {
            JsonMapper json = Json.mapper();
            WorkflowFile file = json.treeToValue(new YAMLMapper().readTree(in), WorkflowFile.class);
            Workflow workflow = new Workflow(file.version(), file.states(), file.transitions());
            List<String> faults = WorkflowFaults.of(workflow);
            if (!faults.isEmpty()) {
                throw new IllegalArgumentException("workflow.yaml: " + String.join("; ", faults));
            }
            return workflow;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AdviceRules advice() {
        try (InputStream in = open("advice.json")) {
            return advice(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AdviceRules shippedAdvice() {
        try (InputStream in = shipped("advice.json")) {
            return advice(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AdviceRules advice(InputStream in) {
        AdviceRules rules = Json.mapper().readValue(in, AdviceRules.class);
        List<String> faults = rules.faults();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("advice.json: " + String.join("; ", faults));
        }
        return rules;
    }

    private record WorkflowFile(String version, List<Workflow.State> states, List<Workflow.Transition> transitions) {}

    private static CaseClass caseClass(
            String kind,
            CSVRecord row,
            Map<String, List<Criterion>> criteria,
            Map<ClassCode, List<SopStep>> procedures) {
        ClassCode code = code(kind, row.get("code"));
        return new CaseClass(
                code,
                new KindCode(kind),
                row.get("major_zh"),
                row.get("minor_zh"),
                row.get("minor_en"),
                criteria.getOrDefault(kind + row.get("code"), List.of()),
                null,
                procedures.get(code));
    }

    /// A city may write one language only: it then stands for both. A criterion without any condition is a placeholder.
    private static Criterion criterion(CSVRecord row) {
        Wording chinese = wording(row, "_zh");
        Wording english = wording(row, "_en");
        String condition = chinese.condition().isBlank() ? english.condition() : chinese.condition();
        return new Criterion(
                new CriterionId(code(row.get("kind"), row.get("criterion_id")).value()),
                condition,
                new Limit(Integer.parseInt(row.get("limit_value")), LimitUnit.valueOf(row.get("limit_unit"))),
                chinese.closing().isBlank() ? english.closing() : chinese.closing(),
                condition.isBlank(),
                english.equals(NO_WORDING) ? null : english);
    }

    private static Wording wording(CSVRecord row, String language) {
        return new Wording(optional(row, "condition" + language), optional(row, "closing" + language));
    }

    private static String optional(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column) : "";
    }

    private static ClassCode code(String kind, String code) {
        return new ClassCode(Character.toUpperCase(kind.charAt(0)) + "-" + code);
    }

    private void csv(String name, java.util.function.Consumer<CSVRecord> row) {
        try (InputStream in = open(name)) {
            Csv.read(name, in, csv -> {
                row.accept(csv);
                return csv;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(String name) throws IOException {
        Path own = folder.resolve(name);
        if (Files.exists(own)) {
            return Files.newInputStream(own);
        }
        return shipped(name);
    }

    private static InputStream shipped(String name) throws IOException {
        InputStream shipped = CatalogueFiles.class.getResourceAsStream("/org/yiping/catalogue/" + name);
        if (shipped == null) {
            throw new IOException("no such catalogue file: " + name);
        }
        return shipped;
    }
}
