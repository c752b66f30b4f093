package org.yiping.domain.component;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A column of texts, packed. Immutable; any thread.
///
/// A city gives its components running numbers within a district and a class, and its areas codes, so most ids are a
/// stem many share and a number: three to five bytes where a text as an object takes sixty. Texts that follow no such
/// pattern are kept as UTF-8, four bytes and the characters.
sealed interface PackedTexts {
    /// Digits at a text's end that are counted as its number: seven fit into three bytes.
    int DIGITS = 7;
    /// With fewer rows a stem than this the stems cost more than the text.
    int SHARED = 8;
    int FEW = 64;

    /// Of distinct texts, in their order.
    static PackedTexts of(List<String> texts) {
        Writer writer = new Writer();
        texts.forEach(writer::add);
        return writer.column(IntStream.range(0, texts.size()).toArray());
    }

    String get(int row);

    int size();

    /// Bytes held.
    long bytes();

    /// What comes before a text's number, and with how many digits that is written.
    record Stem(String text, int digits) {}

    static Stem stem(String text) {
        int from = text.length();
        while (from > 0
                && text.length() - from < DIGITS
                && text.charAt(from - 1) >= '0'
                && text.charAt(from - 1) <= '9') {
            from--;
        }
        return new Stem(text.substring(0, from), text.length() - from);
    }

    static int number(String text, Stem stem) {
        int number = 0;
        for (int i = stem.text().length(); i < text.length(); i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }

    record Numbered(List<Stem> stems, PackedInts stem, PackedInts number) implements PackedTexts {
        public Numbered {
            stems = List.copyOf(stems);
        }

        @Override
        public String get(int row) {
            Stem start = stems.get(stem.get(row));
            char[] digits = new char[start.digits()];
            int rest = number.get(row);
            for (int i = digits.length - 1; i >= 0; i--) {
                digits[i] = (char) ('0' + rest % 10);
                rest /= 10;
            }
            return start.text().concat(new String(digits));
        }

        @Override
        public int size() {
            return stem.size();
        }

        @Override
        public long bytes() {
            return stem.bytes().length
                    + number.bytes().length
                    + stems.stream().mapToLong(s -> 64L + s.text().length()).sum();
        }
    }

    /// `ends` says where each text ends in `text`, which is UTF-8.
    @SuppressWarnings("ArrayRecordComponent") // a packed column; never compared
    record Spelled(byte[] text, int[] ends) implements PackedTexts {
        @Override
        public String get(int row) {
            int from = row == 0 ? 0 : ends[row - 1];
            return new String(text, from, ends[row] - from, StandardCharsets.UTF_8);
        }

        @Override
        public int size() {
            return ends.length;
        }

        @Override
        public long bytes() {
            return text.length + 4L * ends.length;
        }
    }

    /// Collects texts; one thread.
    final class Writer {
        private final Map<Stem, Integer> known = new HashMap<>();
        private final List<Stem> stems = new ArrayList<>();
        private final IntRow stem = new IntRow();
        private final IntRow number = new IntRow();

        void add(String text) {
            Stem start = stem(text);
            Integer at = known.get(start);
            if (at == null) {
                at = stems.size();
                known.put(start, at);
                stems.add(start);
            }
            stem.add(at);
            number.add(number(text, start));
        }

        PackedTexts column(int[] order) {
            Numbered numbered =
                    new Numbered(stems, PackedInts.of(stem.values(), order), PackedInts.of(number.values(), order));
            return stems.size() <= FEW + order.length / SHARED ? numbered : spelled(numbered);
        }

        private static Spelled spelled(PackedTexts column) {
            byte[][] texts = new byte[column.size()][];
            int[] ends = new int[texts.length];
            int size = 0;
            for (int row = 0; row < texts.length; row++) {
                texts[row] = column.get(row).getBytes(StandardCharsets.UTF_8);
                size += texts[row].length;
                ends[row] = size;
            }
            byte[] text = new byte[size];
            for (int row = 0; row < texts.length; row++) {
                System.arraycopy(texts[row], 0, text, ends[row] - texts[row].length, texts[row].length);
            }
            return new Spelled(text, ends);
        }
    }
}
