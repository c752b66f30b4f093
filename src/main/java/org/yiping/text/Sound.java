package org.yiping.text;

/// A sound somebody asks for: a whole syllable of pinyin, or how one begins. Immutable; any thread.
public record Sound(String letters, boolean whole) {
    /// Whether a character can be read so.
    public boolean fits(char c) {
        return Sounds.all().sounds(c, this);
    }
}
