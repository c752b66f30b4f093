package org.yiping.server.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Json;
import org.yiping.server.access.Principal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;

/// One request as routes see it. One thread.
final class Call {
    /// No JSON body is larger.
    static final int LARGEST_BODY = 1 << 20;

    private final ServerRequest request;
    private final @Nullable Principal principal;
    private final String traceId;

    Call(ServerRequest request, @Nullable Principal principal, String traceId) {
        this.request = request;
        this.principal = principal;
        this.traceId = traceId;
    }

    /// Who calls; only routes that are open to anyone have to do without.
    Principal who() {
        if (principal == null) {
            throw Fault.of("AUT-4010");
        }
        return principal;
    }

    String traceId() {
        return traceId;
    }

    String path(String name) {
        return request.path().pathParameters().get(name);
    }

    Optional<String> query(String name) {
        return request.query().first(name).asOptional().filter(v -> !v.isBlank());
    }

    /// Every value of a list, given at once with commas or again and again.
    List<String> listed(String name) {
        return request.query().all(name, List::of).stream()
                .flatMap(v -> Arrays.stream(v.split(",")))
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .toList();
    }

    /// A number between bounds, or `otherwise` where it is not given.
    long number(String name, long otherwise, long smallest, long largest) {
        Optional<String> text = query(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text.get());
            if (value >= smallest && value <= largest) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw Fault.at("QRY-4000", "/" + name, "range");
        }
        throw Fault.at("QRY-4000", "/" + name, "range");
    }

    Optional<String> header(HeaderName name) {
        return request.headers().first(name);
    }

    Optional<String> header(String name) {
        return header(HeaderNames.create(name));
    }

    Locale language() {
        return Problems.language(header(HeaderNames.ACCEPT_LANGUAGE).orElse(""));
    }

    boolean takesGzip() {
        return header(HeaderNames.ACCEPT_ENCODING).orElse("").contains("gzip");
    }

    boolean has(@Nullable String tag) {
        return tag != null
                && header(HeaderNames.IF_NONE_MATCH)
                        .filter(t -> t.equals(tag) || t.equals("*"))
                        .isPresent();
    }

    /// The body, if it is not larger than `largest`.
    byte[] bytes(int largest) {
        long announced = request.headers().contentLength().orElse(-1);
        if (announced > largest) {
            throw Fault.of("BOD-4130");
        }
        if (announced < 0 && !request.headers().contains(HeaderNames.TRANSFER_ENCODING)) {
            return new byte[0];
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] content = in.readNBytes(largest + 1);
            if (content.length > largest) {
                throw Fault.of("BOD-4130");
            }
            return content;
        } catch (IOException e) {
            throw Fault.of("BOD-4000");
        }
    }

    /// Whether the body is as long as somebody says, as far as it is announced.
    boolean announces(long length) {
        long announced = request.headers().contentLength().orElse(-1);
        return announced < 0 || announced == length;
    }

    interface Taking<T> {
        T from(InputStream in) throws IOException;
    }

    /// Reads the body as it comes, so that what arrived before the line broke is not lost.
    <T> T piece(int largest, Taking<T> taking) throws IOException {
        if (request.headers().contentLength().orElse(-1) > largest) {
            throw Fault.of("BOD-4130");
        }
        try (InputStream in = new Breaking(request.content().inputStream())) {
            return taking.from(in);
        } catch (Broken e) {
            throw Fault.of("BOD-4000");
        }
    }

    /// The line broke, not the disk.
    private static final class Broken extends IOException {
        private static final long serialVersionUID = 1;

        Broken(Throwable cause) {
            super(cause);
        }
    }

    private static final class Breaking extends FilterInputStream {
        Breaking(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            try {
                return in.read(b, off, len);
            } catch (IOException | RuntimeException e) {
                throw new Broken(e);
            }
        }
    }

    /// The JSON body as a record, complete: what is not marked as nullable is there.
    <T extends Record> T body(Class<T> type) {
        byte[] content = bytes(LARGEST_BODY);
        T value = read(() -> Json.mapper().readValue(content, type), "");
        Complete.check(value, "");
        return value;
    }

    interface Reading<T> {
        T now();
    }

    /// Reads JSON and words what is wrong with it.
    static <T> T read(Reading<T> reading, String prefix) {
        try {
            T value = reading.now();
            if (value == null) {
                throw Fault.of("BOD-4001");
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw Fault.of("BOD-4002");
        } catch (DatabindException e) {
            StringBuilder pointer = new StringBuilder(prefix);
            for (JacksonException.Reference r : e.getPath()) {
                pointer.append('/').append(r.getPropertyName() == null ? r.getIndex() : r.getPropertyName());
            }
            throw Fault.at("BOD-4001", pointer.toString(), "type");
        } catch (JacksonException e) {
            throw Fault.of("BOD-4000");
        }
    }
}
