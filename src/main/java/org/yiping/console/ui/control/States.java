package org.yiping.console.ui.control;

import java.util.Locale;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/// Sets exactly one of several pseudo classes, so that style sheets decide how a state looks. JavaFX thread.
final class States {
    private States() {}

    static <E extends Enum<E>> void only(Node node, E[] all, E now) {
        only(node, all, States::word, now);
    }

    static <E extends Enum<E>> void only(Node node, E[] all, Function<E, String> word, E now) {
        for (E each : all) {
            node.pseudoClassStateChanged(PseudoClass.getPseudoClass(word.apply(each)), each == now);
        }
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
