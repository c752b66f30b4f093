package org.yiping.console.ui.evaluation;

import javafx.scene.control.TextArea;
import org.yiping.console.outbox.Drafts;
import org.yiping.console.ui.Nodes;
import org.yiping.domain.casework.CaseId;

/// A field for words about one thing of several (理由): what was written about one stays with it while another is looked
/// at, outlives the console, and is never sent about another. FX thread.
final class Written {
    private static final int COLUMNS = 12; // its sheet gives it the width; large letters must not ask for more

    private final TextArea area = Nodes.drawnStraight(new TextArea());
    private final Drafts drafts;
    private final String part;
    private String about = "";

    /// `id` is also what its drafts are called by.
    Written(Drafts drafts, String id, String words, String style) {
        this.drafts = drafts;
        part = id;
        area.setId(id);
        area.setPromptText(words);
        area.setAccessibleText(words);
        area.setWrapText(true);
        area.setPrefColumnCount(COLUMNS);
        area.getStyleClass().add(style);
        area.textProperty().subscribe((_, _) -> keep(about, whole()));
    }

    TextArea area() {
        return area;
    }

    /// What is looked at now; words about nothing are not kept.
    void about(String next) {
        if (!next.equals(about)) {
            about = ""; // the words that go are not of the next
            area.setText(kept(next));
            about = next;
        }
    }

    String about() {
        return about;
    }

    private String whole() {
        return area.getText() == null ? "" : area.getText();
    }

    String text() {
        return whole().strip();
    }

    /// Drafts are called by the case they are about; here by whatever is looked at.
    private String kept(String of) {
        return of.isEmpty()
                ? ""
                : drafts.find(new CaseId(of), part).map(Drafts.Draft::text).orElse("");
    }

    private void keep(String of, String words) {
        if (!of.isEmpty()) {
            drafts.keep(new CaseId(of), part, words);
        }
    }

    /// These words are on their way; what was written since is not.
    void sent(String of, String words) {
        if (!of.equals(about)) {
            keep(of, kept(of).strip().equals(words) ? "" : kept(of));
        } else if (text().equals(words)) {
            area.clear();
        }
    }

    /// Words that were refused come back where nothing else was written meanwhile.
    void giveBack(String of, String words) {
        if (of.equals(about)) {
            area.setText(text().isEmpty() ? words : whole());
        } else if (kept(of).isBlank()) {
            keep(of, words);
        }
    }
}
