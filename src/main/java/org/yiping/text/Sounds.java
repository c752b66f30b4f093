package org.yiping.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.sourceforge.pinyin4j.PinyinHelper;

/// How characters sound (拼音), without tones, all readings of each, and how letters may be read as syllables. Made in
/// some tenths of a second, so once. Immutable; any thread.
final class Sounds {
    private static final char FIRST = '\u4e00';
    private static final char LAST = '\u9fa5';
    private static final String[] NONE = {};
    /// Letters can be cut into syllables in several ways (xian, xi an); more than these nobody means.
    private static final int MOST_READINGS = 16;
    /// zhuang
    private static final int LONGEST = 6;

    private final String[][] byCharacter = new String[LAST - FIRST + 1][];
    private final Set<String> syllables = new TreeSet<>();

    private static final class Holder {
        static final Sounds ALL = new Sounds();
    }

    private Sounds() {
        for (char c = FIRST; c <= LAST; c++) {
            String[] toned = PinyinHelper.toHanyuPinyinStringArray(c);
            byCharacter[c - FIRST] = toned == null
                    ? NONE
                    : Arrays.stream(toned).map(Sounds::plain).distinct().toArray(String[]::new);
            syllables.addAll(List.of(byCharacter[c - FIRST]));
        }
    }

    static Sounds all() {
        return Holder.ALL;
    }

    private static String plain(String toned) {
        return toned.replaceAll("[0-9]", "").replace("u:", "v").intern();
    }

    boolean sounds(char c, Sound like) {
        if (c < FIRST || c > LAST) {
            return false;
        }
        for (String sound : byCharacter[c - FIRST]) {
            if (like.whole() ? sound.equals(like.letters()) : sound.startsWith(like.letters())) {
                return true;
            }
        }
        return false;
    }

    /// What letters may mean: syllables, of which the last may be unfinished, or the initials of two characters and
    /// more. While somebody still types (`open`), a last syllable that is one may become a longer one: li, lin.
    List<List<Sound>> readings(String letters, boolean open) {
        List<List<Sound>> readings = new ArrayList<>();
        read(letters, open, new ArrayList<>(), readings);
        List<Sound> initials = new ArrayList<>();
        letters.chars().forEach(c -> initials.add(new Sound(Character.toString(c), false)));
        if (initials.stream().allMatch(i -> begins(i.letters()))) {
            readings.add(initials);
        }
        return readings;
    }

    private void read(String rest, boolean open, List<Sound> before, List<List<Sound>> readings) {
        if (readings.size() >= MOST_READINGS) {
            return;
        }
        if (rest.isEmpty()) {
            readings.add(List.copyOf(before));
            return;
        }
        for (int to = Math.min(rest.length(), LONGEST); to > 0; to--) {
            String part = rest.substring(0, to);
            boolean last = to == rest.length();
            boolean whole = syllables.contains(part);
            if (whole || (last && (open || !before.isEmpty()) && begins(part))) {
                before.add(new Sound(part, whole && !(last && open)));
                read(rest.substring(to), open, before, readings);
                before.removeLast();
            }
        }
    }

    private boolean begins(String part) {
        return syllables.stream().anyMatch(s -> s.startsWith(part));
    }
}
