package org.yiping.protocol.wall;

import java.io.Reader;

/// Hands a text out in pieces of which none ends in the middle of a character: the YAML reader breaks where one of two
/// halves (𠮷, 😀) is the last it gets at once. One thread.
final class WholeCharacters extends Reader {
    private final String text;
    private int at;

    WholeCharacters(String text) {
        this.text = text;
    }

    @Override
    public int read(char[] to, int from, int most) {
        if (at == text.length()) {
            return -1;
        }
        int end = Math.min(text.length(), at + most);
        if (end - at > 1 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        text.getChars(at, end, to, from);
        int given = end - at;
        at = end;
        return given;
    }

    @Override
    public void close() {
        // a text holds nothing open
    }
}
