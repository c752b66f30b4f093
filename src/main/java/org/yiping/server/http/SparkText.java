package org.yiping.server.http;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Json;

/// One value as XML or as JSON, by the convention Open311 has for both: a list is an element of its items' elements, or
/// an array; nothing is an empty element, or null. Stateless; any thread.
final class SparkText {
    /// What an item of each list is called.
    private static final Map<String, String> ITEMS = Map.of(
            "services", "service",
            "attributes", "attribute",
            "values", "value",
            "service_requests", "request",
            "errors", "error");

    private SparkText() {}

    static Reply reply(int status, String format, String root, Object value) {
        return format.equals("json")
                ? new Reply.Body(
                        status, "application/json; charset=utf-8", Json.mapper().writeValueAsBytes(value), null)
                : new Reply.Body(status, "text/xml; charset=utf-8", xml(root, value), null);
    }

    private static byte[] xml(String root, Object value) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            element(out, root, value);
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void element(XMLStreamWriter out, String name, @Nullable Object value) throws XMLStreamException {
        out.writeStartElement(name);
        switch (value) {
            case null -> {}
            case List<?> items -> {
                for (Object item : items) {
                    element(out, ITEMS.getOrDefault(name, "item"), item);
                }
            }
            case Map<?, ?> fields -> {
                for (Map.Entry<?, ?> field : fields.entrySet()) {
                    element(out, String.valueOf(field.getKey()), field.getValue());
                }
            }
            default -> out.writeCharacters(allowed(value.toString()));
        }
        out.writeEndElement();
    }

    /// XML 1.0 has no way to write some characters; they are shown as unreadable.
    private static String allowed(String text) {
        StringBuilder good = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\t'
                                || c == '\n'
                                || c == '\r'
                                || (c >= ' ' && c < 0xd800)
                                || (c >= 0xe000 && c < 0xfffe)
                                || c > 0xffff
                        ? c
                        : 0xfffd)
                .forEach(good::appendCodePoint);
        return good.toString();
    }
}
