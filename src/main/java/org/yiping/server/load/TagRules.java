package org.yiping.server.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Json;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Which tags make what: the rules of a YAML file (shipped: import/osm.yaml). Immutable; any thread.
///
/// `layers`: layer name → rules whose category is the layer's; `components`: rules whose category is a class code.
public record TagRules(Map<String, List<Rule>> layers, List<Rule> components) {
    public TagRules {
        layers = Map.copyOf(layers);
        components = List.copyOf(components);
    }

    /// `tag` is key=value or key=*; `name` the class's name where a class has to be made.
    public record Rule(
            String tag, String category, @Nullable String name) {
        boolean fits(Map<String, String> tags) {
            int at = tag.indexOf('=');
            String value = tags.get(tag.substring(0, at));
            String wanted = tag.substring(at + 1);
            return value != null && !value.equals("no") && (wanted.equals("*") || wanted.equals(value));
        }
    }

    public static TagRules shipped() {
        try (InputStream in = TagRules.class.getResourceAsStream("/org/yiping/import/osm.yaml")) {
            if (in == null) {
                throw new IllegalStateException("import/osm.yaml is not in the jar");
            }
            return Json.mapper().treeToValue(new YAMLMapper().readTree(in), TagRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Rule> layer(String name, Map<String, String> tags) {
        return first(layers.getOrDefault(name, List.of()), tags);
    }

    Optional<Rule> component(Map<String, String> tags) {
        return first(components, tags);
    }

    private static Optional<Rule> first(List<Rule> rules, Map<String, String> tags) {
        return rules.stream().filter(r -> r.fits(tags)).findFirst();
    }
}
