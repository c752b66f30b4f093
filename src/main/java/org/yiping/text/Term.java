package org.yiping.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// One word somebody looks for: as it is written, and where it is all letters as pinyin too. Immutable; any thread.
public final class Term {
    /// A single letter or character is in most texts and finds nothing.
    public static final int SHORTEST = 2;

    private final String word;
    private final List<List<Sound>> readings;

    private Term(String word, List<List<Sound>> readings) {
        this.word = word;
        this.readings = readings;
    }

    /// The words of a question, apart by spaces.
    public static List<Term> of(String question) {
        return words(question, false);
    }

    /// The words of a question that is still being typed: whatever the next key, what it finds was found before it.
    public static List<Term> typed(String question) {
        return words(question, true);
    }

    private static List<Term> words(String question, boolean open) {
        return Arrays.stream(question.strip().split("\\s+"))
                .filter(w -> !w.isEmpty())
                .map(Term::plain)
                .map(w -> new Term(w, isLetters(w) ? Sounds.all().readings(w, open) : List.of()))
                .toList();
    }

    /// Loads how characters sound, which is slow the first time.
    public static void warm() {
        Sounds.all();
    }

    /// Text as it is kept and compared.
    public static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSmall(text.charAt(i))) {
                return text.toLowerCase(Locale.ROOT);
            }
        }
        return text;
    }

    /// Of most texts every character: such a one need not be written anew each time it is searched.
    private static boolean isSmall(char c) {
        return c < 0x80 ? c < 'A' || c > 'Z' : (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xFF00 && c <= 0xFF20);
    }

    private static boolean isLetters(String word) {
        return word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    public int length() {
        return word.length();
    }

    /// As it is written.
    public String word() {
        return word;
    }

    /// What its letters may mean in pinyin; empty where it is not all letters.
    public List<List<Sound>> readings() {
        return readings;
    }

    /// Two characters side by side: by these texts are found.
    public static Set<String> grams(String plain) {
        Set<String> grams = new LinkedHashSet<>();
        for (int i = 0; i + 1 < plain.length(); i++) {
            char a = plain.charAt(i);
            char b = plain.charAt(i + 1);
            if (a > ' ' && b > ' ') {
                grams.add(plain.substring(i, i + 2));
            }
        }
        return grams;
    }

    /// Ways a text may hold this word: each a list of sets of grams, of each of which the text has one at least. Empty
    /// where no text known can.
    public List<List<Set<String>>> ways(Collection<String> known) {
        List<List<Set<String>>> ways = new ArrayList<>();
        add(
                ways,
                grams(word).stream()
                        .map(g -> known.contains(g) ? Set.of(g) : Set.<String>of())
                        .toList());
        for (List<Sound> reading : readings) {
            List<Set<String>> way = new ArrayList<>();
            for (int i = 0; i + 1 < reading.size(); i++) {
                way.add(pairs(known, reading.get(i), reading.get(i + 1)));
            }
            if (reading.size() == 1) {
                way.add(single(known, reading.getFirst()));
            }
            add(ways, way);
        }
        return ways;
    }

    private static void add(List<List<Set<String>>> ways, List<Set<String>> way) {
        if (way.stream().noneMatch(Set::isEmpty)) {
            ways.add(way);
        }
    }

    private static Set<String> pairs(Collection<String> known, Sound first, Sound second) {
        Sounds sounds = Sounds.all();
        return known.stream()
                .filter(g -> sounds.sounds(g.charAt(0), first) && sounds.sounds(g.charAt(1), second))
                .collect(Collectors.toSet());
    }

    private static Set<String> single(Collection<String> known, Sound sound) {
        Sounds sounds = Sounds.all();
        return known.stream()
                .filter(g -> sounds.sounds(g.charAt(0), sound) || sounds.sounds(g.charAt(1), sound))
                .collect(Collectors.toSet());
    }

    /// Whether a plain text holds it.
    public boolean isIn(String plain) {
        return plain.contains(word) || readings.stream().anyMatch(r -> sounds(plain, r));
    }

    private static boolean sounds(String plain, List<Sound> reading) {
        Sounds sounds = Sounds.all();
        for (int from = 0; from + reading.size() <= plain.length(); from++) {
            int i = 0;
            while (i < reading.size() && sounds.sounds(plain.charAt(from + i), reading.get(i))) {
                i++;
            }
            if (i == reading.size()) {
                return true;
            }
        }
        return false;
    }
}
