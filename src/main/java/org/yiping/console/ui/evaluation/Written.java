package org.yiping.console.ui.evaluation;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.control.TextArea;
import org.yiping.console.ui.Nodes;

/// A field for words about one thing of several (理由): what was written about one stays with it while another is looked
/// at, and is never sent about that. FX thread.
final class Written {
    private static final int COLUMNS = 12; // its sheet gives it the width; large letters must not ask for more

    private final TextArea area = Nodes.drawnStraight(new TextArea());
    private final Map<String, String> others = new HashMap<>();
    private String about = "";

    Written(String id, String words, String style) {
        area.setId(id);
        area.setPromptText(words);
        area.setAccessibleText(words);
        area.setWrapText(true);
        area.setPrefColumnCount(COLUMNS);
        area.getStyleClass().add(style);
    }

    TextArea area() {
        return area;
    }

    /// What is looked at now.
    void about(String next) {
        if (!next.equals(about)) {
            others.put(about, whole());
            about = next;
            area.setText(others.getOrDefault(next, ""));
        }
    }

    private String whole() {
        return area.getText() == null ? "" : area.getText();
    }

    String text() {
        return whole().strip();
    }

    void clear() {
        area.clear();
    }

    /// Words that were refused come back where nothing else was written meanwhile.
    void giveBack(String of, String words) {
        if (of.equals(about)) {
            area.setText(text().isEmpty() ? words : whole());
        } else if (others.getOrDefault(of, "").isBlank()) {
            others.put(of, words);
        }
    }
}
