package org.yiping.gate;

import java.io.IOException;
import java.io.StringReader;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Holds the two message files against each other and against the code.
///
/// A key stands in code as a literal, `"feature.part"`; a literal that ends with a dot (`"case.state."`) uses every key
/// that begins so. A literal of a known feature that no file has is a missing key, unless its line ends with
/// `// not a message`.
public final class MessageKeys {
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9_-]+)*\\.?)\"");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    private MessageKeys() {}

    /// A message file: its texts and the keys that stand twice (files of two branches merge by union).
    record Texts(SortedMap<String, String> byKey, List<String> twice) {}

    public static List<String> findings(String chinese, String english, Sources code) {
        Texts zh = parse(chinese);
        Texts en = parse(english);
        List<String> found = new ArrayList<>();
        zh.twice().forEach(k -> found.add("twice in messages.properties: " + k));
        en.twice().forEach(k -> found.add("twice in messages_en.properties: " + k));
        difference(zh, en).forEach(k -> found.add("not in messages_en.properties: " + k));
        difference(en, zh).forEach(k -> found.add("not in messages.properties: " + k));
        zh.byKey()
                .forEach((key, text) ->
                        found.addAll(wording(key, text, en.byKey().get(key))));
        found.addAll(againstCode(zh.byKey().keySet(), code));
        return found;
    }

    private static List<String> wording(String key, String zh, String en) {
        List<String> found = new ArrayList<>();
        if (!key.matches("[a-z][A-Za-z0-9]*(\\.[A-Za-z0-9_-]+)+")) {
            found.add("not feature.part: " + key);
        }
        if (zh.isBlank() || (en != null && en.isBlank())) {
            found.add("empty text: " + key);
        }
        if (en != null && HAN.matcher(en).find() && !key.endsWith(".ownName")) {
            found.add("Chinese in the English text: " + key);
        }
        if (en != null && !arguments(zh).equals(arguments(en))) {
            found.add("different arguments in the two languages: " + key);
        }
        if (!arguments(zh).isEmpty()) {
            if (!formats(zh) || (en != null && !formats(en))) {
                found.add("not a message format: " + key);
            }
        }
        return found;
    }

    private static boolean formats(String text) {
        try {
            int arguments = new MessageFormat(text).getFormatsByArgumentIndex().length;
            return arguments
                    == arguments(text).stream()
                                    .mapToInt(Integer::parseInt)
                                    .max()
                                    .orElse(-1)
                            + 1;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Set<String> arguments(String text) {
        Set<String> found = new TreeSet<>();
        ARGUMENT.matcher(text).results().forEach(m -> found.add(m.group(1)));
        return found;
    }

    private static List<String> againstCode(Set<String> keys, Sources code) {
        Set<String> features = new HashSet<>();
        keys.forEach(k -> features.add(k.substring(0, Math.max(0, k.indexOf('.')))));
        Set<String> used = new HashSet<>();
        List<String> found = new ArrayList<>();
        code.codeLines().filter(l -> !l.text().endsWith("// not a message")).forEach(line -> {
            Matcher literal = LITERAL.matcher(line.text());
            while (literal.find()) {
                String text = literal.group(1);
                boolean prefix = text.endsWith(".");
                if (prefix) {
                    keys.stream().filter(k -> k.startsWith(text)).forEach(used::add);
                } else {
                    used.add(text);
                }
                boolean known = prefix ? keys.stream().anyMatch(k -> k.startsWith(text)) : keys.contains(text);
                boolean ours = text.contains(".") && features.contains(text.substring(0, text.indexOf('.')));
                if (ours && !known && line.path().contains("/console/")) {
                    found.add("no such key: " + text + " at " + line.at());
                }
            }
        });
        keys.stream().filter(k -> !used.contains(k)).forEach(k -> found.add("unused: " + k));
        return found;
    }

    private static Set<String> difference(Texts a, Texts b) {
        Set<String> keys = new TreeSet<>(a.byKey().keySet());
        keys.removeAll(b.byKey().keySet());
        return keys;
    }

    static Texts parse(String text) {
        SortedMap<String, String> byKey = new TreeMap<>();
        List<String> twice = new ArrayList<>();
        Properties reader = new Watching(byKey, twice);
        try {
            reader.load(new StringReader(text));
        } catch (IOException e) {
            throw new AssertionError("a string cannot fail to be read", e);
        }
        return new Texts(byKey, twice);
    }

    /// `Properties` knows the file format but forgets what stood twice; this one writes it down.
    @SuppressWarnings("serial")
    private static final class Watching extends Properties {
        private final transient SortedMap<String, String> byKey;
        private final transient List<String> twice;

        Watching(SortedMap<String, String> byKey, List<String> twice) {
            this.byKey = byKey;
            this.twice = twice;
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            if (byKey.put((String) key, (String) value) != null) {
                twice.add((String) key);
            }
            return super.put(key, value);
        }
    }
}
