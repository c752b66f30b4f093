package org.yiping.console.map.style;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.style.Located.Member;
import org.yiping.console.map.style.Located.Members;
import org.yiping.console.map.style.Located.Text;
import org.yiping.console.map.style.StyleFault.Reason;

/// Reads a style, or says what is wrong with it at its first fault. Stateless; any thread.
///
/// Strict on purpose: a property that is passed over in silence looks, to whoever wrote it, like a map that is broken.
public final class StyleReader {
    static final int MOST_BYTES = 1 << 20;
    private static final Set<String> ROOT = Set.of(
            "version",
            "name",
            "metadata",
            "sources",
            "layers",
            "state",
            "sprite",
            "glyphs",
            "center",
            "zoom",
            "bearing",
            "pitch",
            "light",
            "transition");
    private static final List<String> LAYER = List.of(
            "id", "type", "source", "source-layer", "minzoom", "maxzoom", "filter", "layout", "paint", "metadata");
    private static final double MOST_ZOOM = 30;

    private StyleReader() {}

    /// What became of a file.
    public sealed interface Reading {
        record Read(StyleSheet sheet) implements Reading {}

        record Faulty(StyleFault fault) implements Reading {}
    }

    /// `tokens` are the theme's colours that a style may name.
    public static Reading file(Path file, Collection<String> tokens) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > MOST_BYTES) {
                return faulty(name, new Refused(Located.Place.NONE, Reason.TOO_LARGE, String.valueOf(MOST_BYTES)));
            }
            return text(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8), tokens);
        } catch (IOException e) {
            return faulty(name, new Refused(Located.Place.NONE, Reason.UNREADABLE, e.toString()));
        }
    }

    public static Reading text(String file, String json, Collection<String> tokens) {
        try {
            String text = json.startsWith("\uFEFF") ? json.substring(1) : json;
            return new Reading.Read(sheet(file, Located.parse(text), tokens));
        } catch (Refused e) {
            return faulty(file, e);
        }
    }

    private static Reading faulty(String file, Refused e) {
        return new Reading.Faulty(new StyleFault(file, e.place.line(), e.place.column(), e.reason, e.words));
    }

    private static StyleSheet sheet(String file, Located root, Collection<String> tokens) {
        Members all = members(root);
        all.all().forEach((key, member) -> {
            if (!ROOT.contains(key)) {
                throw unknown(key, member, ROOT.stream().sorted().toList());
            }
        });
        Located version = needed(all, "version");
        if (!(version instanceof Located.Amount n) || n.value() != 8) {
            throw new Refused(version.place(), Reason.WRONG_KIND, "8");
        }
        ExpressionReader.Names names =
                new ExpressionReader.Names(tokens, state(all.all().get("state")));
        List<StyleLayer> layers = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Located list = needed(all, "layers");
        if (!(list instanceof Located.Items items)) {
            throw new Refused(list.place(), Reason.WRONG_KIND, "[…]");
        }
        for (Located each : items.all()) {
            Members layer = members(each);
            Text id = text(needed(layer, "id"));
            if (!ids.add(id.value())) {
                throw new Refused(id.place(), Reason.TWICE, id.value());
            }
            layer(layer, id.value(), names).ifPresent(layers::add);
        }
        Member name = all.all().get("name");
        return new StyleSheet(name == null ? file : text(name.value()).value(), layers);
    }

    /// What a style gives names of its own: `"state": {"name": {"default": …}}`.
    private static Map<String, Object> state(@Nullable Member given) {
        Map<String, Object> state = new HashMap<>();
        if (given != null) {
            members(given.value())
                    .all()
                    .forEach((name, member) -> state.put(name, needed(members(member.value()), "default")));
        }
        return state;
    }

    private static java.util.Optional<StyleLayer> layer(Members layer, String id, ExpressionReader.Names names) {
        layer.all().forEach((key, member) -> {
            if (!LAYER.contains(key)) {
                throw unknown(key, member, LAYER);
            }
        });
        Text called = text(needed(layer, "type"));
        LayerType type = LayerType.of(called.value())
                .orElseThrow(() -> new Refused(
                        called.place(), Reason.UNKNOWN_TYPE, called.value(), String.join(", ", LayerType.keys())));
        SourceLayer source = type == LayerType.BACKGROUND ? null : source(layer, type);
        ExpressionReader reader = new ExpressionReader(source, names);
        Map<Property, Expression> values = new EnumMap<>(Property.class);
        boolean laidOut = values(layer, type, true, reader, values);
        boolean painted = values(layer, type, false, reader, values);
        Member filter = layer.all().get("filter");
        StyleLayer made = new StyleLayer(
                id,
                type,
                source,
                new StyleLayer.Range(zoom(layer, "minzoom", -MOST_ZOOM), zoom(layer, "maxzoom", MOST_ZOOM)),
                filter == null ? null : reader.filter(filter.value()),
                values);
        return laidOut && painted ? java.util.Optional.of(made) : java.util.Optional.empty();
    }

    private static SourceLayer source(Members layer, LayerType type) {
        Text named = text(needed(layer, "source-layer"));
        SourceLayer source = SourceLayer.of(named.value())
                .orElseThrow(() -> new Refused(
                        named.place(), Reason.UNKNOWN_LAYER, named.value(), String.join(", ", SourceLayer.keys())));
        if (!type.draws(source.form())) {
            throw new Refused(named.place(), Reason.NOT_DRAWN_SO, type.key(), source.key());
        }
        return source;
    }

    /// Reads `layout` or `paint` into `into`; tells whether the layer is to be seen.
    private static boolean values(
            Members layer, LayerType type, boolean layout, ExpressionReader reader, Map<Property, Expression> into) {
        Member given = layer.all().get(layout ? "layout" : "paint");
        boolean visible = true;
        if (given == null) {
            return true;
        }
        for (Map.Entry<String, Member> each : members(given.value()).all().entrySet()) {
            Member member = each.getValue();
            if (layout && each.getKey().equals("visibility")) {
                boolean known = member.value() instanceof Text t
                        && List.of("visible", "none").contains(t.value());
                if (!known) {
                    throw new Refused(member.value().place(), Reason.WRONG_KIND, "\"visible\", \"none\"");
                }
                visible = member.value() instanceof Text t && t.value().equals("visible");
                continue;
            }
            Property property = Property.of(each.getKey(), type, layout)
                    .orElseThrow(() -> new Refused(
                            member.place(), Reason.UNKNOWN_PROPERTY, each.getKey(), type.key(), known(type, layout)));
            into.put(property, reader.value(member.value(), property));
        }
        return visible;
    }

    private static String known(LayerType type, boolean layout) {
        List<String> keys = new ArrayList<>(Property.keys(type, layout));
        if (layout) {
            keys.add("visibility");
        }
        return (layout ? "layout: " : "paint: ") + String.join(", ", keys);
    }

    private static double zoom(Members layer, String key, double otherwise) {
        Member given = layer.all().get(key);
        if (given == null) {
            return otherwise;
        }
        boolean fits = given.value() instanceof Located.Amount n && n.value() >= 0 && n.value() <= MOST_ZOOM;
        if (!fits) {
            throw new Refused(given.value().place(), Reason.WRONG_KIND, "0 … " + shown(MOST_ZOOM));
        }
        return ((Located.Amount) given.value()).value();
    }

    private static Members members(Located node) {
        if (node instanceof Members members) {
            return members;
        }
        throw new Refused(node.place(), Reason.WRONG_KIND, "{…}");
    }

    private static Text text(Located node) {
        if (node instanceof Text text) {
            return text;
        }
        throw new Refused(node.place(), Reason.WRONG_KIND, "\"…\"");
    }

    private static Located needed(Members in, String key) {
        Member member = in.all().get(key);
        if (member == null) {
            throw new Refused(in.place(), Reason.MISSING, key);
        }
        return member.value();
    }

    private static Refused unknown(String key, Member member, List<String> known) {
        return new Refused(member.place(), Reason.UNKNOWN_KEY, key, String.join(", ", known));
    }

    /// A number as people write it.
    static String shown(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
