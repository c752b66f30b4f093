package org.yiping.console.map.style;

import java.util.List;
import java.util.Map;

/// A [LayerStack] as one line of JSON, as it is kept with a seat's other choices. Stateless; any thread.
///
/// `{"order":["green","roads"],"layers":{"roads":{"visible":true,"opacity":0.5,"minzoom":12,"maxzoom":30}}}`. A choice
/// is comfort, not data: what cannot be read is as the style has it.
public final class StackText {
    private StackText() {}

    public static String of(LayerStack stack) {
        StringBuilder text = new StringBuilder("{\"order\":[");
        stack.order()
                .forEach(l -> text.append(text.charAt(text.length() - 1) == '[' ? "" : ",")
                        .append(quoted(l)));
        text.append("],\"layers\":{");
        stack.entries().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> {
            LayerStack.Entry entry = e.getValue();
            text.append(text.charAt(text.length() - 1) == '{' ? "" : ",")
                    .append(quoted(e.getKey()))
                    .append(":{\"visible\":")
                    .append(entry.visible())
                    .append(",\"opacity\":")
                    .append(StyleReader.shown(entry.opacity()))
                    .append(",\"minzoom\":")
                    .append(StyleReader.shown(entry.minZoom()))
                    .append(",\"maxzoom\":")
                    .append(StyleReader.shown(entry.maxZoom()))
                    .append('}');
        });
        return text.append(stack.groups() ? "},\"groups\":true}" : "}}").toString();
    }

    public static LayerStack parse(String text) {
        try {
            if (!(Located.parse(text) instanceof Located.Members root)) {
                return LayerStack.plain();
            }
            LayerStack stack = LayerStack.plain();
            if (value(root, "order") instanceof Located.Items(Located.Place _, List<Located> all)) {
                stack = stack.ordered(all.stream()
                        .filter(Located.Text.class::isInstance)
                        .map(t -> ((Located.Text) t).value())
                        .toList());
            }
            if (value(root, "layers") instanceof Located.Members layers) {
                for (Map.Entry<String, Located.Member> each : layers.all().entrySet()) {
                    if (each.getValue().value() instanceof Located.Members entry) {
                        stack = stack.with(each.getKey(), entry(entry));
                    }
                }
            }
            return stack.groups(value(root, "groups") instanceof Located.Flag groups && groups.value());
        } catch (Refused _) {
            return LayerStack.plain();
        }
    }

    private static LayerStack.Entry entry(Located.Members entry) {
        boolean visible = !(value(entry, "visible") instanceof Located.Flag f) || f.value();
        return new LayerStack.Entry(
                visible,
                number(entry, "opacity", 1),
                number(entry, "minzoom", LayerStack.Entry.LEAST_ZOOM),
                number(entry, "maxzoom", LayerStack.Entry.MOST_ZOOM));
    }

    private static double number(Located.Members in, String key, double otherwise) {
        return value(in, key) instanceof Located.Amount n ? n.value() : otherwise;
    }

    private static Located value(Located.Members in, String key) {
        Located.Member member = in.all().get(key);
        return member == null ? new Located.Nothing(in.place()) : member.value();
    }

    /// Layers' names are ours or a file's; both are kept whole.
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
