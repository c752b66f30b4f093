package org.yiping.console.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class SignInFormTest {
    private final DeskFixture fixture = new DeskFixture("supervisor");

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    /// Nobody else may sign an assessment: without the post on the form none was ever published from a console.
    @Test
    @SuppressWarnings("unchecked")
    void theLeaderIsAmongThePostsEachByItsOwnName() {
        List<String> named = Toolkit.onFx(() -> {
            SignInForm form = new SignInForm(
                    fixture.hall.messages(), fixture.hall.fx(), _ -> new CompletableFuture<>(), () -> {});
            ComboBox<String> posts = (ComboBox<String>) all(form.root())
                    .filter(n -> "signin/post".equals(n.getId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(posts.getItems()).contains("supervisor", "leader", "administrator");
            return posts.getItems().stream().map(posts.getConverter()::toString).toList();
        });
        assertThat(named).contains("领导").doesNotHaveDuplicates();
    }

    private static Stream<Node> all(Parent of) {
        return of.getChildrenUnmodifiable().stream()
                .flatMap(n -> n instanceof Pane p ? Stream.concat(Stream.of(n), all(p)) : Stream.of(n));
    }
}
