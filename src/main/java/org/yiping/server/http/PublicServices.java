package org.yiping.server.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yiping.domain.casework.Case;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.Criterion;
import org.yiping.server.command.Rulebook;

/// The classes of cases as services of Open311. What may be chosen with one is its filing conditions: a choice is
/// written into the description, who files decides. Any thread.
final class PublicServices {
    private static final String CONDITION = "condition";

    private final Rulebook book;

    PublicServices(Rulebook book) {
        this.book = book;
    }

    List<Map<String, Object>> all(Instant now, Locale language) {
        return book.catalogues().at(now).classes().stream()
                .map(c -> service(c, language))
                .toList();
    }

    private static Map<String, Object> service(CaseClass c, Locale language) {
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("service_code", c.code().value());
        service.put("service_name", name(c, language));
        service.put(
                "description",
                c.criteria().stream().map(k -> condition(k, language)).collect(Collectors.joining("; ")));
        service.put("metadata", !c.criteria().isEmpty());
        service.put("type", "realtime");
        service.put("keywords", c.nameEnglish().isBlank() ? c.name() : c.name() + ", " + c.nameEnglish());
        service.put("group", c.major());
        return service;
    }

    Optional<CaseClass> find(String code, Instant now) {
        return code.isBlank() ? Optional.empty() : book.catalogues().at(now).find(new ClassCode(code));
    }

    static Map<String, Object> definition(CaseClass c, Locale language) {
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("service_code", c.code().value());
        List<Map<String, Object>> attributes = new ArrayList<>();
        if (!c.criteria().isEmpty()) {
            Map<String, Object> attribute = new LinkedHashMap<>();
            attribute.put("variable", true);
            attribute.put("code", CONDITION);
            attribute.put("datatype", "singlevaluelist");
            attribute.put("required", false);
            attribute.put("datatype_description", null);
            attribute.put("order", 1);
            attribute.put("description", Problems.words(language).getString("open311.condition"));
            attribute.put(
                    "values",
                    c.criteria().stream()
                            .map(k -> Map.of("key", k.id().value(), "name", condition(k, language)))
                            .toList());
            attributes.add(attribute);
        }
        definition.put("attributes", attributes);
        return definition;
    }

    /// The condition that was chosen, in the city's words; empty where none was.
    static Optional<String> chosen(CaseClass c, Map<String, List<String>> attributes) {
        for (Map.Entry<String, List<String>> a : attributes.entrySet()) {
            if (!a.getKey().equals(CONDITION) || a.getValue().size() > 1) {
                throw Fault.at("APP-4000", "/attribute[" + a.getKey() + "]", "unknown");
            }
            return Optional.of(c.criteria().stream()
                    .filter(k -> k.id().value().equals(a.getValue().getFirst()))
                    .findFirst()
                    .map(Criterion::condition)
                    .orElseThrow(() -> Fault.at("APP-4000", "/attribute[" + CONDITION + "]", "unknown-criterion")));
        }
        return Optional.empty();
    }

    /// What a case's class is called, by the catalogue that rules it.
    String name(Case subject, Locale language) {
        ClassCode code = subject.subject().classCode();
        String version = subject.head().catalogueVersion();
        Optional<Catalogue> own =
                version == null ? Optional.empty() : book.catalogues().find(version);
        return own.flatMap(c -> c.find(code))
                .or(() -> book.catalogues().at(subject.report().reportedAt()).find(code))
                .map(c -> name(c, language))
                .orElse(code.value());
    }

    private static String name(CaseClass c, Locale language) {
        return language.equals(Locale.ENGLISH) && !c.nameEnglish().isBlank() ? c.nameEnglish() : c.name();
    }

    private static String condition(Criterion k, Locale language) {
        Criterion.Wording english = k.english();
        return language.equals(Locale.ENGLISH)
                        && english != null
                        && !english.condition().isBlank()
                ? english.condition()
                : k.condition();
    }
}
