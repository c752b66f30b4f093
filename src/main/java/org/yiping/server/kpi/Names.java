package org.yiping.server.kpi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Small numbers for texts that come again and again; 0 is no text. Never forgets. Guarded by whoever owns it.
final class Names {
    private final List<String> texts = new ArrayList<>(List.of(""));
    private final Map<String, Integer> numbers = new HashMap<>();

    int of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return 0;
        }
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        texts.add(text);
        numbers.put(text, texts.size() - 1);
        return texts.size() - 1;
    }

    /// The empty text for 0.
    String text(int number) {
        return texts.get(number);
    }

    int size() {
        return texts.size();
    }

    /// All after the empty one, in the order they came.
    List<String> all() {
        return texts.subList(1, texts.size());
    }
}
