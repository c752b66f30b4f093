package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Fx;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.camera.CameraId;

class FavouritesTest {
    private static final CameraId A = new CameraId("a");
    private static final CameraId B = new CameraId("b");

    /// What the platform keeps, what it was asked, and answers that wait.
    private List<CameraId> platform = new ArrayList<>(List.of(A));

    private final List<Runnable> answers = new ArrayList<>();
    private Found<List<CameraId>> trouble = null;
    private boolean there = true;
    private int changes;
    private final Favourites favourites =
            new Favourites(() -> there ? Optional.of(use()) : Optional.empty(), Fx.direct(), () -> changes++);

    @Test
    void aStarIsPendingUntilThePlatformHasIt() {
        favourites.load();
        answer(1);
        assertThat(favourites.kept()).containsExactly(A);
        favourites.turn(B);
        assertThat(favourites.kept()).containsExactly(A);
        assertThat(favourites.isPending(B)).isTrue();
        favourites.turn(B);
        answer(2);
        assertThat(favourites.kept())
                .as("pressed twice is pressed once while it is pending")
                .containsExactlyInAnyOrder(A, B);
        assertThat(favourites.isPending(B)).isFalse();
        assertThat(platform).containsExactly(A, B);
        favourites.turn(A);
        answer(2);
        assertThat(platform).containsExactly(B);
    }

    @Test
    void anotherWindowsStarsAreNotLost() {
        favourites.load();
        answer(1);
        platform.add(new CameraId("of-another-window"));
        favourites.turn(B);
        answer(2);
        assertThat(platform).extracting(CameraId::value).containsExactly("a", "of-another-window", "b");
        assertThat(favourites.kept()).hasSize(3);
    }

    @Test
    void twoChangesFollowEachOther() {
        favourites.load();
        answer(1);
        favourites.turn(B);
        favourites.turn(A);
        answer(2);
        answer(2);
        assertThat(platform).containsExactly(B);
        assertThat(answers).isEmpty();
    }

    @Test
    void withALostLinkNothingIsKeptAndThatIsSaid() {
        favourites.load();
        answer(1);
        trouble = new Found.Unreachable<>();
        favourites.turn(B);
        answer(1);
        assertThat(favourites.kept()).containsExactly(A);
        assertThat(favourites.isPending(B)).isFalse();
        assertThat(favourites.trouble()).isEqualTo(Favourites.Trouble.UNREACHABLE);
        trouble = new Found.Refused<>("BOD-4001", "");
        favourites.turn(B);
        answer(1);
        assertThat(favourites.trouble()).isEqualTo(Favourites.Trouble.REFUSED);
        trouble = null;
        favourites.turn(B);
        answer(2);
        assertThat(favourites.trouble()).isEqualTo(Favourites.Trouble.NONE);
        there = false;
        favourites.turn(A);
        assertThat(favourites.trouble()).isEqualTo(Favourites.Trouble.UNREACHABLE);
        assertThat(favourites.kept()).containsExactlyInAnyOrder(A, B);
    }

    @Test
    void fiveHundredAreAll() {
        platform = new ArrayList<>(
                IntStream.range(0, 500).mapToObj(i -> new CameraId("k" + i)).toList());
        favourites.load();
        answer(1);
        favourites.turn(B);
        answer(1);
        assertThat(favourites.trouble()).isEqualTo(Favourites.Trouble.FULL);
        assertThat(platform).hasSize(500);
    }

    private void answer(int times) {
        for (int i = 0; i < times; i++) {
            answers.removeFirst().run();
        }
    }

    /// Only favourites are asked of it.
    private CameraUse use() {
        return (CameraUse) Proxy.newProxyInstance(
                CameraUse.class.getClassLoader(), new Class<?>[] {CameraUse.class}, (_, method, args) -> {
                    CompletableFuture<Found<List<CameraId>>> answer = new CompletableFuture<>();
                    answers.add(() -> {
                        if (trouble == null && method.getName().equals("keepFavourites")) {
                            platform = ((List<?>) args[0])
                                    .stream().map(CameraId.class::cast).toList();
                        }
                        answer.complete(trouble == null ? new Found.Got<>(List.copyOf(platform)) : trouble);
                    });
                    return answer;
                });
    }
}
