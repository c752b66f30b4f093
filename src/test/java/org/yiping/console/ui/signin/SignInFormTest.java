package org.yiping.console.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class SignInFormTest {
    private static final String ADDRESS = "http://127.0.0.1:8080";

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
                    fixture.hall.messages(), fixture.hall.fx(), _ -> new CompletableFuture<>(), ADDRESS, () -> {});
            ComboBox<String> posts = (ComboBox<String>) all(form.root())
                    .filter(n -> "signin/post".equals(n.getId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(posts.getItems()).contains("supervisor", "leader", "administrator");
            return posts.getItems().stream().map(posts.getConverter()::toString).toList();
        });
        assertThat(named).contains("领导").doesNotHaveDuplicates();
    }

    /// On a machine where the package was installed and nothing else is there yet.
    @Test
    void whoFindsNobodyReadsWhereTheyKnockedAndWhereThatIsChanged() {
        List<String> said = Toolkit.onFx(() -> {
            SignInForm form = new SignInForm(
                    fixture.hall.messages(),
                    fixture.hall.fx(),
                    _ -> CompletableFuture.completedFuture(new Door.Answer.Unreachable()),
                    ADDRESS,
                    () -> {});
            ((TextField) named(form, "signin/user")).setText("u");
            ((TextField) named(form, "signin/password")).setText("p");
            ((Button) named(form, "signin/enter")).fire();
            return all(form.root())
                    .flatMap(n -> n instanceof Label l ? Stream.of(l.getText()) : Stream.empty())
                    .toList();
        });
        assertThat(said)
                .contains("连不上平台")
                .anyMatch(w -> w.startsWith(ADDRESS + " 没有应答") && w.contains("/etc/yiping/console"));
    }

    private static Node named(SignInForm form, String id) {
        return all(form.root()).filter(n -> id.equals(n.getId())).findFirst().orElseThrow();
    }

    private static Stream<Node> all(Parent of) {
        return of.getChildrenUnmodifiable().stream()
                .flatMap(n -> n instanceof Pane p ? Stream.concat(Stream.of(n), all(p)) : Stream.of(n));
    }
}
