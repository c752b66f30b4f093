package org.yiping.server.push;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Json;
import org.yiping.protocol.Push;

/// Frames as text. Stateless; any thread.
///
/// A change is written with nothing but ASCII, once for all who get it: text of that kind is kept in a
/// byte a character and goes to each of hundreds of listeners by copying, while Chinese letters had to
/// be encoded anew for each. That was an eighth of a busy platform's work; it makes a frame a quarter
/// longer.
final class Frames {
    private Frames() {}

    static String frame(Push push) {
        return Json.mapper().writeValueAsString(push);
    }

    static String seats(boolean all, List<String> seats, List<String> gone) {
        return "{\"type\":\"seats\",\"all\":" + all + ",\"seats\":[" + String.join(",", seats) + "],\"gone\":["
                + String.join(",", gone) + "]}";
    }

    static String delta(long after, long upto, Instant at, List<Sight.Seen> changes) {
        int length = 128;
        for (Sight.Seen change : changes) {
            length += change.text().length() + 1;
        }
        StringBuilder text = new StringBuilder(length);
        text.append("{\"type\":\"delta\",\"after\":")
                .append(after)
                .append(",\"upto\":")
                .append(upto);
        text.append(",\"at\":\"").append(at).append("\",\"changes\":[");
        for (int i = 0; i < changes.size(); i++) {
            text.append(i == 0 ? "" : ",").append(changes.get(i).text());
        }
        return text.append("]}").toString();
    }

    /// One change as it stands in a delta. Rows are already JSON and go in as they are.
    static String change(String kind, String id, @Nullable String content, @Nullable String commandId) {
        StringBuilder text = new StringBuilder(128 + (content == null ? 0 : content.length()));
        text.append("{\"kind\":").append(quoted(kind)).append(",\"id\":").append(quoted(id));
        text.append(",\"op\":").append(content == null ? "\"gone\"" : "\"put\"");
        if (content != null) {
            text.append(",\"row\":");
            ascii(content, text);
        }
        if (commandId != null) {
            text.append(",\"commandId\":").append(quoted(commandId));
        }
        return text.append('}').toString();
    }

    /// Beyond ASCII JSON has letters in strings only, where each may as well stand as its number.
    private static void ascii(String json, StringBuilder to) {
        int plain = 0;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c > 0x7e) {
                to.append(json, plain, i).append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    to.append(Character.forDigit(c >> shift & 0xf, 16));
                }
                plain = i + 1;
            }
        }
        to.append(json, plain, json.length());
    }

    private static String quoted(String text) {
        StringBuilder ascii = new StringBuilder();
        ascii(Json.mapper().writeValueAsString(text), ascii);
        return ascii.toString();
    }
}
