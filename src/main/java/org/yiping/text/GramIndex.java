package org.yiping.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Short texts in memory, found by a part of a word and by pinyin. Texts are only added, each under the
/// next number; who words one anew adds it again and forgets the old number. One thread at a time.
///
/// For each two characters side by side the index has the numbers of the texts that hold them, ascending, so that a
/// number costs a byte or two and a text of fifty characters little more than its own length. How a character sounds
/// is asked of the characters that occur, which are some thousand, and not of the texts.
public final class GramIndex {
    /// Stands behind the last character of every part, so that every character begins a pair.
    private static final char END = 0;

    private final @Nullable Follow[] byFirst = new Follow[Character.MAX_VALUE + 1];
    private char[] alphabet = new char[1024];
    private int letters;
    private int texts;

    /// The characters seen behind one, ascending, each with the texts that have the two.
    private static final class Follow {
        private char[] seconds = new char[4];
        private Texts[] texts = new Texts[4];
        private int size;

        Texts of(char second) {
            int at = Arrays.binarySearch(seconds, 0, size, second);
            if (at >= 0) {
                return texts[at];
            }
            int into = -at - 1;
            if (size == seconds.length) {
                seconds = Arrays.copyOf(seconds, size * 2);
                texts = Arrays.copyOf(texts, size * 2);
            }
            System.arraycopy(seconds, into, seconds, into + 1, size - into);
            System.arraycopy(texts, into, texts, into + 1, size - into);
            seconds[into] = second;
            texts[into] = new Texts();
            size++;
            return texts[into];
        }
    }

    /// Numbers of texts, ascending; each is kept as its distance from the one before, seven bits a byte.
    private static final class Texts {
        private byte[] bytes = new byte[4];
        private int size;
        private int last = -1;

        void add(int number) {
            if (number == last) {
                return;
            }
            if (size + 5 > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(size + 5, size + size / 4));
            }
            int distance = number - last;
            while (distance > 0x7f) {
                bytes[size++] = (byte) (distance | 0x80);
                distance >>>= 7;
            }
            bytes[size++] = (byte) distance;
            last = number;
        }

        void into(long[] set) {
            int at = -1;
            for (int i = 0; i < size; i++) {
                int b = bytes[i];
                int distance = b & 0x7f;
                for (int shift = 7; b < 0; shift += 7) {
                    b = bytes[++i];
                    distance |= (b & 0x7f) << shift;
                }
                at += distance;
                set[at >> 6] |= 1L << at;
            }
        }
    }

    /// Texts that hold a word for certain, and others that have all its pairs but perhaps not side by side.
    public record Found(BitSet certain, BitSet possible) {}

    /// Adds a text of several parts, plain as `Term.plain` makes it; no word is found across two. Answers its number.
    public int add(List<String> parts) {
        int number = texts++;
        for (String part : parts) {
            for (int i = 0; i < part.length(); i++) {
                char c = part.charAt(i);
                if (c > ' ') {
                    char next = i + 1 < part.length() ? part.charAt(i + 1) : END;
                    follow(c).of(next > ' ' ? next : END).add(number);
                }
            }
        }
        return number;
    }

    private Follow follow(char first) {
        Follow known = byFirst[first];
        if (known == null) {
            known = new Follow();
            byFirst[first] = known;
            if (letters == alphabet.length) {
                alphabet = Arrays.copyOf(alphabet, letters * 2);
            }
            alphabet[letters++] = first;
        }
        return known;
    }

    /// How many numbers were given.
    public int size() {
        return texts;
    }

    public Found find(Term term) {
        long[] certain = new long[words()];
        long[] possible = new long[words()];
        way(term.word().chars().mapToObj(c -> new char[] {(char) c}).toList(), certain, possible);
        for (List<Sound> reading : term.readings()) {
            way(reading.stream().map(s -> known(s::fits)).toList(), certain, possible);
        }
        BitSet sure = BitSet.valueOf(certain);
        BitSet perhaps = BitSet.valueOf(possible);
        perhaps.andNot(sure);
        return new Found(sure, perhaps);
    }

    private int words() {
        return (texts >> 6) + 1;
    }

    private char[] known(Predicate<Character> fits) {
        char[] found = new char[letters];
        int size = 0;
        for (int i = 0; i < letters; i++) {
            if (fits.test(alphabet[i])) {
                found[size++] = alphabet[i];
            }
        }
        return Arrays.copyOf(found, size);
    }

    /// One way to read a word: at each place one of several characters.
    private void way(List<char[]> places, long[] certain, long[] possible) {
        if (places.size() == 1) {
            for (char c : places.getFirst()) {
                Follow follow = byFirst[c];
                for (int i = 0; follow != null && i < follow.size; i++) {
                    follow.texts[i].into(certain);
                }
            }
            return;
        }
        long[] all = pair(places.get(0), places.get(1));
        for (int i = 1; i + 1 < places.size(); i++) {
            long[] more = pair(places.get(i), places.get(i + 1));
            for (int w = 0; w < all.length; w++) {
                all[w] &= more[w];
            }
        }
        long[] to = places.size() == 2 ? certain : possible;
        for (int w = 0; w < all.length; w++) {
            to[w] |= all[w];
        }
    }

    private long[] pair(char[] firsts, char[] seconds) {
        long[] set = new long[words()];
        BitSet wanted = new BitSet();
        for (char second : seconds) {
            wanted.set(second);
        }
        for (char first : firsts) {
            Follow follow = byFirst[first];
            for (int i = 0; follow != null && i < follow.size; i++) {
                if (wanted.get(follow.seconds[i])) {
                    follow.texts[i].into(set);
                }
            }
        }
        return set;
    }
}
