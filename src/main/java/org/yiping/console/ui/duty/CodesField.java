package org.yiping.console.ui.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;

/// A line of codes or names, typed with spaces between, that says below what each one means. FX thread.
final class CodesField {
    /// What one word stands for.
    record Meaning(String code, String name) {}

    private final Hall hall;
    private final Function<String, Optional<Meaning>> lookup;
    private final String none;
    private final TextField field = new TextField();
    private final Label says = Nodes.cut("", "t-second");
    private final Region root;

    CodesField(Hall hall, String id, String label, String none, Function<String, Optional<Meaning>> lookup) {
        this.hall = hall;
        this.lookup = lookup;
        this.none = none;
        Label words = Nodes.label(label, "field-label");
        words.setLabelFor(field);
        field.setId(id);
        field.setAccessibleText(label);
        field.textProperty().subscribe(_ -> say());
        root = Nodes.column("section", words, field, says);
    }

    Region root() {
        return root;
    }

    void set(List<String> codes) {
        field.setText(String.join(" ", codes));
        say();
    }

    /// The codes, or what is not understood.
    sealed interface Read {
        record Codes(List<String> codes) implements Read {}

        record Unknown(String word) implements Read {}
    }

    Read read() {
        List<String> codes = new ArrayList<>();
        for (String word : words()) {
            Optional<Meaning> meaning = lookup.apply(word);
            if (meaning.isEmpty()) {
                return new Read.Unknown(word);
            }
            codes.add(meaning.get().code());
        }
        return new Read.Codes(codes);
    }

    private List<String> words() {
        String text = field.getText() == null ? "" : field.getText().strip();
        return text.isEmpty() ? List.of() : List.of(text.split("[\\s,，、;；]+"));
    }

    private void say() {
        List<String> names = words().stream()
                .map(w -> lookup.apply(w)
                        .map(Meaning::name)
                        .orElseGet(() -> hall.messages().get("duty.code-unknown", w)))
                .toList();
        says.setText(names.isEmpty() ? none : String.join(" · ", names));
    }
}
