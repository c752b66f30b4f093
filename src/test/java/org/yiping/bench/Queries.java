package org.yiping.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.sourceforge.pinyin4j.PinyinHelper;

/// What dispatchers look for, as strokes of `Typing`, by seed: initials and pinyin of what stands in the cases,
/// parts of numbers, composed words, and what nobody has; one to six keys each. One thread.
final class Queries {
    private static final int MOST_KEYS = 6;

    private final Random random;
    private final List<String> names;

    /// `names` are words that stand in the cases.
    Queries(long seed, List<String> names) {
        this.random = new Random(seed);
        this.names = names.stream().filter(n -> n.length() >= 2).toList();
    }

    List<String> strokes(int queries) {
        List<String> strokes = new ArrayList<>();
        for (int i = 0; i < queries; i++) {
            switch (i % 6) {
                case 0 -> keys(strokes, initials(piece()));
                case 1 -> keys(strokes, pinyin(piece()));
                case 2 -> keys(strokes, digits(5)); // parts of case numbers
                case 3 -> composed(strokes, piece());
                case 4 -> keys(strokes, "139" + digits(3)); // a phone, as one starts it
                default -> keys(strokes, letters("vqxkw", 6)); // nothing sounds so
            }
            strokes.add("clear");
        }
        return strokes;
    }

    private void keys(List<String> strokes, String word) {
        int keys = 1 + random.nextInt(MOST_KEYS);
        word.chars().limit(keys).forEach(c -> strokes.add("key " + (char) c));
    }

    private void composed(List<String> strokes, String word) {
        strokes.add("compose " + pinyin(word.substring(0, 1)));
        strokes.add("compose " + pinyin(word));
        strokes.add("commit " + word);
    }

    /// Two to four characters of a name.
    private String piece() {
        String name = names.get(random.nextInt(names.size()));
        int length = Math.min(name.length(), 2 + random.nextInt(3));
        int from = random.nextInt(name.length() - length + 1);
        return name.substring(from, from + length);
    }

    private static String initials(String words) {
        return words.codePoints()
                .mapToObj(c -> sound((char) c))
                .map(s -> s.substring(0, 1))
                .reduce("", String::concat);
    }

    private static String pinyin(String words) {
        return words.codePoints().mapToObj(c -> sound((char) c)).reduce("", String::concat);
    }

    private static String sound(char c) {
        String[] sounds = PinyinHelper.toHanyuPinyinStringArray(c);
        return sounds == null
                ? Character.toString(c)
                : sounds[0].replaceAll("[0-9]", "").replace("u:", "v");
    }

    private String digits(int count) {
        return letters("0123456789", count);
    }

    private String letters(String from, int count) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < count; i++) {
            word.append(from.charAt(random.nextInt(from.length())));
        }
        return word.toString();
    }
}
