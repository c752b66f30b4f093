package org.yiping.console.ui.control;

import javafx.scene.control.Label;
import org.yiping.console.fx.Messages;

/// A short word in a frame or on a ground: severity, 督办, 返工, 相似 n. Always the word, never colour alone.
///
/// JavaFX thread. Never cut off: a row drops a whole tag rather than a letter of it.
public final class Tag extends Label {
    /// What the tag says; each has its look in the style sheet.
    public enum Kind {
        TOP_URGENT("control.tag.topUrgent", "top-urgent"),
        URGENT("control.tag.urgent", "urgent"),
        NORMAL("control.tag.normal", "normal"),
        HINT("control.tag.hint", "hint"),
        SUPERVISED("control.tag.supervised", "supervised"),
        DOCKET("control.tag.docket", "supervised"),
        REWORK("control.tag.rework", "rework");

        private final String key;
        private final String styleClass;

        Kind(String key, String styleClass) {
            this.key = key;
            this.styleClass = styleClass;
        }
    }

    private Tag(String words, String... styleClasses) {
        super(words);
        getStyleClass().add("tag");
        Words.keep(this);
        getStyleClass().addAll(styleClasses);
    }

    public static Tag of(Kind kind, Messages messages) {
        return new Tag(said(kind, messages), kind.styleClass);
    }

    /// Its word alone, for paper.
    public static String said(Kind kind, Messages messages) {
        return messages.get(kind.key);
    }

    /// 相似 n: look-alike cases near by.
    public static Tag similar(int count, Messages messages) {
        return new Tag(messages.get("control.tag.similar", count));
    }

    /// Any other word, outlined in grey.
    public static Tag words(String words) {
        return new Tag(words);
    }
}
