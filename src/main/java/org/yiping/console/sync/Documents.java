package org.yiping.console.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.cache.Facts;
import org.yiping.console.cache.RecordForm;
import org.yiping.console.cache.Row;
import org.yiping.protocol.Json;
import tools.jackson.core.JacksonException;

/// Documents that no cursor rules, kept twice: as the platform's JSON, which consoles of every version understand, and
/// as `RecordForm` writes this one's records. A start reads that: nothing is compiled yet, and a JSON reader and
/// a hundred kilobytes of rules were half a second of processor before the first window. The form counts only beside
/// the JSON it was made of, whose checksum it begins with. Blocks; any thread.
final class Documents {
    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);
    private static final String JSON = Facts.DOCUMENT;
    static final String FORM = "document-form";

    private final Facts facts;

    Documents(Facts facts) {
        this.facts = facts;
    }

    /// What was kept of all documents at one time; one that is not understood is looked for in the second copy.
    /// Confined to who loaded it.
    final class Kept {
        private final Map<String, byte[]> json = new HashMap<>();
        private final Map<String, byte[]> forms = new HashMap<>();
        private @Nullable Map<String, byte[]> spare;

        private Kept() {}

        /// Empty where it was never kept or is not understood anywhere.
        <T> Optional<T> find(String id, Class<T> type) {
            byte[] text = json.get(id);
            Optional<T> first = text == null ? Optional.empty() : read(id, text, type);
            return first.or(() -> {
                byte[] second = spare().get(id);
                return second == null ? Optional.empty() : json(id, second, type);
            });
        }

        private Map<String, byte[]> spare() {
            Map<String, byte[]> known = spare;
            if (known == null) {
                known = new HashMap<>();
                facts.spare(JSON, known::put);
                spare = known;
            }
            return known;
        }

        private <T> Optional<T> read(String id, byte[] text, Class<T> type) {
            byte[] form = forms.get(id);
            if (form != null
                    && form.length > Integer.BYTES
                    && ByteBuffer.wrap(form).getInt() == sum(text)) {
                try {
                    return Optional.of(RecordForm.of(type).read(Arrays.copyOfRange(form, Integer.BYTES, form.length)));
                } catch (IOException e) {
                    LOG.info("the kept {} is another console version's and read from its JSON: {}", id, e.getMessage());
                }
            }
            return json(id, text, type);
        }

        private static <T> Optional<T> json(String id, byte[] text, Class<T> type) {
            try {
                return Optional.ofNullable(Json.mapper().readValue(text, type));
            } catch (JacksonException | IllegalArgumentException e) {
                LOG.warn("the kept {} is not understood: {}", id, e.getClass().getSimpleName());
                return Optional.empty();
            }
        }
    }

    Kept load() throws IOException {
        Kept kept = new Kept();
        facts.load(JSON, kept.json::put);
        facts.load(FORM, kept.forms::put);
        return kept;
    }

    <T> void keep(String id, T document, Class<T> type) throws IOException {
        byte[] text = Json.mapper().writeValueAsBytes(document);
        facts.keep(List.of(Row.put(JSON, id, text), form(id, document, type, sum(text))));
    }

    private static <T> Row form(String id, T document, Class<T> type, int sum) {
        try {
            byte[] written = RecordForm.of(type).write(document);
            return Row.put(
                    FORM,
                    id,
                    ByteBuffer.allocate(Integer.BYTES + written.length)
                            .putInt(sum)
                            .put(written)
                            .array());
        } catch (IllegalArgumentException _) {
            return Row.gone(FORM, id); // a platform that leaves out what a record has to have
        }
    }

    private static int sum(byte[] text) {
        CRC32C sum = new CRC32C();
        sum.update(text);
        return (int) sum.getValue();
    }
}
