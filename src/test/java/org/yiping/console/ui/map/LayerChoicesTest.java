package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Remembered;
import org.yiping.console.map.Generalisation;
import org.yiping.console.map.ShippedStyles;
import org.yiping.console.map.style.LayerStack;
import org.yiping.console.map.style.StackText;

class LayerChoicesTest {
    private static final String KEPT = "map.layer-stack";

    private final Remembered remembered = Remembered.nowhere(Fx.direct());
    private final LayerChoices choices = choices();

    private LayerChoices choices() {
        return new LayerChoices(remembered, () -> ShippedStyles.of(Generalisation.DESK));
    }

    @Test
    void aLayerThatIsMovedKeepsTheWholeOrder() {
        List<String> styled = choices.order();
        assertThat(styled)
                .containsExactly(
                        "blocks",
                        "green",
                        "water",
                        "buildings",
                        "cell",
                        "community",
                        "street",
                        "roads",
                        "district",
                        "components",
                        "cameras",
                        "sensors",
                        "units",
                        "cases");
        choices.move("water", false);
        List<String> wanted = new ArrayList<>(styled);
        wanted.remove("water");
        wanted.add(1, "water");
        assertThat(choices.stack().order()).isEqualTo(wanted);
        assertThat(choices.order()).isEqualTo(wanted);
        assertThat(choices.moved("water")).isNegative();
        assertThat(choices.moved("green")).isPositive();
        assertThat(choices.differs("roads")).isFalse();
        choices.move("water", true);
        assertThat(choices.stack()).as("as it was").isEqualTo(LayerStack.plain());
        assertThat(remembered.now().get().choices()).doesNotContainKey(KEPT);
    }

    @Test
    void nothingOfTheGroundIsPutOverWhatMoves() {
        assertThat(choices.canMove("components", true)).isFalse();
        assertThat(choices.canMove("cameras", false)).isFalse();
        assertThat(choices.canMove("cases", true)).isFalse();
        choices.move("components", true);
        choices.move("blocks", false);
        assertThat(choices.differs()).isFalse();
        choices.move("cameras", true);
        assertThat(choices.among("cases")).containsExactly("sensors", "cameras", "units", "cases");
        assertThat(choices.among("roads").getLast()).isEqualTo("components");
    }

    @Test
    void aLayerIsMadeThinnerByTenths() {
        choices.opacity("roads", 0.437);
        assertThat(choices.stack().entry("roads").opacity()).isEqualTo(0.4);
        assertThat(choices.differs("roads")).isTrue();
        choices.opacity("roads", 0.97);
        assertThat(choices.stack()).isEqualTo(LayerStack.plain());
    }

    @Test
    void nearAndFarMeetAtFourMetresAPixel() {
        choices.band("green", LayerChoices.Band.NEAR);
        assertThat(choices.band("green")).isEqualTo(LayerChoices.Band.NEAR);
        assertThat(choices.stack().entry("green").shows(14)).isTrue();
        assertThat(choices.stack().entry("green").shows(13.9)).isFalse();
        choices.band("green", LayerChoices.Band.FAR);
        assertThat(choices.band("green")).isEqualTo(LayerChoices.Band.FAR);
        assertThat(choices.stack().entry("green").shows(14)).isFalse();
        assertThat(choices.stack().entry("green").shows(13.9)).isTrue();
        choices.band("green", LayerChoices.Band.ALWAYS);
        assertThat(choices.differs()).isFalse();
    }

    @Test
    void oneLayerIsResetAndTheOthersStay() {
        choices.opacity("roads", 0.5);
        choices.opacity("green", 0.2);
        choices.move("roads", false);
        choices.move("cases", false);
        choices.reset("roads");
        assertThat(choices.differs("roads")).isFalse();
        assertThat(choices.opacity("green")).isEqualTo(0.2);
        assertThat(choices.moved("cases")).isNegative();
        choices.reset();
        assertThat(choices.differs()).isFalse();
    }

    @Test
    void aSeatFindsItsLayersAsItLeftThem() {
        choices.opacity("buildings", 0.3);
        choices.band("cell", LayerChoices.Band.NEAR);
        choices.move("district", true);
        LayerStack left = choices.stack();
        assertThat(choices().stack()).isEqualTo(left);
        assertThat(remembered.now().get().choices()).containsEntry(KEPT, StackText.of(left));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"order\":7}", "roads", "{\"layers\":{\"roads\":0.5}}"})
    void whatCannotBeReadIsAsTheStyleHasIt(String text) {
        remembered.change(p -> p.withChoice(KEPT, text));
        assertThat(choices.stack()).isEqualTo(LayerStack.plain());
        assertThat(choices.differs()).isFalse();
    }

    @Test
    void everyoneWhoListensHearsOfEachStackOnce() {
        List<LayerStack> heard = new ArrayList<>();
        choices.stacks().subscribe(stack -> {
            heard.add(stack);
        });
        choices.opacity("roads", 0.5);
        remembered.split("aside", 0.3);
        choices.opacity("roads", 0.5);
        choices.opacity("roads", 0.4);
        assertThat(heard.stream().map(s -> s.entry("roads").opacity())).containsExactly(1.0, 0.5, 0.4);
    }
}
