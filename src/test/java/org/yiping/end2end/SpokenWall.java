package org.yiping.end2end;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.yiping.console.Main;

/// The wall as it is started, which says on standard output what is written on its windows, a line each time that is
/// something else: `says`, then each text behind a tab. A process of its own, because it is killed. `WALL'S ARGUMENTS`.
final class SpokenWall {
    static final String SAYS = "says";
    private static final int LOOK_MILLIS = 50;

    private SpokenWall() {}

    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().start(SpokenWall::speak);
        Main.main(arguments);
    }

    private static void speak() {
        List<String> said = List.of();
        try {
            while (true) {
                List<String> now = words();
                if (!now.equals(said)) {
                    said = now;
                    System.out.println(SAYS + "\t" + String.join("\t", now));
                }
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (Exception e) {
            e.printStackTrace(); // whoever listens waits in vain and shows this
        }
    }

    private static List<String> words() throws Exception {
        FutureTask<List<String>> look = new FutureTask<>(() -> {
            List<String> found = new ArrayList<>();
            for (Window window : Window.getWindows()) {
                texts(window.getScene().getRoot()).forEach(found::add);
            }
            return found;
        });
        try {
            Platform.runLater(look);
        } catch (IllegalStateException _) {
            return List.of(); // the toolkit does not stand yet
        }
        return look.get();
    }

    private static Stream<String> texts(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        if (node instanceof Text text) {
            return text.getText().isEmpty() ? Stream.empty() : Stream.of(text.getText());
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(SpokenWall::texts)
                : Stream.empty();
    }
}
