package org.yiping.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/// What the HTTP server's own check of the request line would refuse, but for the plain colon in a query, which
/// RFC 3986 allows and every instant has; and requests whose length can be read in two ways, by which one request is
/// smuggled inside another. The path is still checked by the HTTP server. Stateless; any thread.
final class WellFormed {
    private static final String IN_QUERIES = "-._~!$&'()*+,;=:@/?";

    private WellFormed() {}

    static boolean is(HttpPrologue prologue, Headers headers) {
        return !prologue.method().text().isEmpty()
                && !prologue.fragment().hasValue()
                && prologue.uriPath().rawPath().chars().allMatch(c -> c > ' ' && c < 0x7f)
                && isQuery(prologue.query().rawValue())
                && !isAmbiguous(headers);
    }

    /// RFC 3986 characters alone; escapes complete, of valid UTF-8, and of no control character.
    static boolean isQuery(String raw) {
        ByteBuffer bytes = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                if (i + 2 >= raw.length()
                        || !HexFormat.isHexDigit(raw.charAt(i + 1))
                        || !HexFormat.isHexDigit(raw.charAt(i + 2))) {
                    return false;
                }
                int value = HexFormat.fromHexDigits(raw, i + 1, i + 3);
                if (value < ' ' || value == 0x7f) {
                    return false;
                }
                bytes.put((byte) value);
                i += 2;
            } else if (c < 0x7f && (Character.isLetterOrDigit(c) || IN_QUERIES.indexOf(c) >= 0)) {
                bytes.put((byte) c);
            } else {
                return false;
            }
        }
        try {
            var _ = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isAmbiguous(Headers headers) {
        boolean chunked = headers.contains(HeaderNames.TRANSFER_ENCODING);
        boolean measured = headers.contains(HeaderNames.CONTENT_LENGTH);
        return (chunked && measured)
                || (measured
                        && headers.get(HeaderNames.CONTENT_LENGTH).allValues().size() > 1)
                || (measured
                        && !headers.get(HeaderNames.CONTENT_LENGTH)
                                .get()
                                .chars()
                                .allMatch(c -> c >= '0' && c <= '9'))
                || (chunked
                        && !headers.get(HeaderNames.TRANSFER_ENCODING)
                                .allValues()
                                .equals(List.of("chunked")))
                || (headers.contains(HeaderNames.HOST)
                        && headers.get(HeaderNames.HOST).allValues().size() > 1);
    }
}
