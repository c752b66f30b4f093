package org.yiping.console.fx;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/// What puts pages on paper.
public interface Press {
    /// The printer that would be used; absent where this machine has none. May take its time: not on the JavaFX thread.
    Optional<String> printer();

    /// Prints these pages, each of that size in points, on the JavaFX thread. False where the printer did not take
    /// them.
    boolean print(String title, List<? extends Node> pages, double width, double height);
}
