package org.yiping.console.ui.wall.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.domain.wall.RandomScenes;
import org.yiping.domain.wall.WallScene;

class EditTest {
    /// Back to the first and forth to the last, however many steps there were.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyStepIsTakenBackAndTakenAgain(long seed) {
        RandomScenes random = new RandomScenes(new Random(seed));
        WallScene first = random.scene();
        Edit<WallScene> edit = edit(first);
        List<WallScene> steps = new ArrayList<>(List.of(first));
        for (int i = 0; i < 500; i++) {
            WallScene next = first.layouts(random.scene().layouts());
            edit.change(next);
            if (!next.equals(steps.getLast())) {
                steps.add(next);
            }
        }
        for (int i = steps.size() - 2; i >= 0; i--) {
            assertThat(edit.undo()).isTrue();
            assertThat(edit.now()).isEqualTo(steps.get(i));
        }
        assertThat(edit.undo()).isFalse();
        assertThat(edit.changed()).isFalse();
        for (int i = 1; i < steps.size(); i++) {
            assertThat(edit.redo()).isTrue();
            assertThat(edit.now()).isEqualTo(steps.get(i));
        }
        assertThat(edit.redo()).isFalse();
    }

    @Test
    void aNewStepEndsWhatCouldBeRedone() {
        WallScene first = new RandomScenes(new Random(4)).scene();
        Edit<WallScene> edit = edit(first);
        edit.change(first.title(new WallScene.Title("一", "one")));
        edit.undo();
        edit.change(first.title(new WallScene.Title("二", "two")));

        assertThat(edit.canRedo()).isFalse();
        assertThat(edit.undo()).isTrue();
        assertThat(edit.now()).isEqualTo(first);
    }

    @Test
    void whatChangesNothingIsNoStepAndAVersionAloneIsNoChange() {
        WallScene first = new RandomScenes(new Random(5)).scene();
        Edit<WallScene> edit = edit(first);

        edit.change(first);
        edit.change(first.version("99"));

        assertThat(edit.canUndo()).isFalse();
        assertThat(edit.changed()).isFalse();
    }

    @Test
    void itFollowsWhatStandsUntilTheHandHasChangedIt() {
        WallScene first = new RandomScenes(new Random(6)).scene();
        WallScene theirs = first.title(new WallScene.Title("他", "theirs")).version("2");
        Edit<WallScene> untouched = edit(first);
        Edit<WallScene> changed = edit(first);
        changed.change(first.title(new WallScene.Title("我", "mine")));

        assertThat(untouched.follow(theirs)).isTrue();
        assertThat(untouched.now()).isEqualTo(theirs);
        assertThat(changed.follow(theirs)).isFalse();
        assertThat(changed.now().title().en()).isEqualTo("mine");
        assertThat(changed.base()).isEqualTo(first);
    }

    @Test
    void whatWasSavedHereIsItsNewBaseAndItsStepsStay() {
        WallScene first = new RandomScenes(new Random(7)).scene();
        Edit<WallScene> edit = edit(first);
        WallScene mine = first.title(new WallScene.Title("我", "mine"));
        edit.change(mine);

        assertThat(edit.follow(mine.version("2"))).isTrue();
        assertThat(edit.changed()).isFalse();
        assertThat(edit.base().version()).isEqualTo("2");
        assertThat(edit.undo()).isTrue();
        assertThat(edit.changed()).as("back to before it was saved").isTrue();
    }

    @Test
    void whatWasSavedHereAndTakenBackIsAStepAway() {
        WallScene first = new RandomScenes(new Random(8)).scene();
        Edit<WallScene> edit = edit(first);
        WallScene mine = first.title(new WallScene.Title("我", "mine"));
        edit.change(mine);
        edit.follow(mine.version("2"));
        edit.follow(first);

        assertThat(edit.now()).isEqualTo(first);
        assertThat(edit.undo()).isTrue();
        assertThat(edit.now().title()).isEqualTo(mine.title());
    }

    private static Edit<WallScene> edit(WallScene scene) {
        return new Edit<>(scene, s -> s.version(""));
    }
}
