package org.yiping.console.map.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LayerStackTest {
    @Test
    void whatIsAsTheStyleHasItIsNoChange() {
        LayerStack back = LayerStack.plain()
                .with("roads", LayerStack.Entry.PLAIN.opacity(0.5))
                .with("roads", LayerStack.Entry.PLAIN);
        assertThat(back).isEqualTo(LayerStack.plain()).hasSameHashCodeAs(LayerStack.plain());
        assertThat(LayerStack.Entry.PLAIN.opacity(7).opacity()).isEqualTo(1);
        assertThat(LayerStack.Entry.PLAIN.opacity(Double.NaN).opacity()).isZero();
    }

    @Test
    void tilesHangOnTheGroundAlone() {
        LayerStack live = LayerStack.plain()
                .with("cases", LayerStack.Entry.PLAIN.visible(false))
                .ordered(List.of("cases", "units"));
        assertThat(live.ground()).isSameAs(LayerStack.plain());
        LayerStack both = live.with("roads", LayerStack.Entry.PLAIN.visible(false));
        assertThat(both.ground()).isEqualTo(LayerStack.plain().with("roads", LayerStack.Entry.PLAIN.visible(false)));
    }

    @Test
    void namedLayersAreOrderedAndOthersFollowTheOneTheyStoodOn() {
        List<String> styled = List.of("a", "b", "b", "c", "d", "b");
        assertThat(LayerStack.plain().arranged(styled, Function.identity())).isSameAs(styled);
        assertThat(LayerStack.plain().ordered(List.of("c", "a")).arranged(styled, Function.identity()))
                .containsExactly("c", "d", "a", "b", "b", "b");
        assertThat(LayerStack.plain().ordered(List.of("d", "gone")).arranged(styled, Function.identity()))
                .containsExactly("a", "b", "b", "b", "c", "d");
    }

    @Test
    void isKeptInOneLineAndReadBack() {
        LayerStack stack = LayerStack.plain()
                .ordered(List.of("green", "roads", "odd \"\\\n name"))
                .with("roads", LayerStack.Entry.PLAIN.opacity(0.35).between(12, 17.5))
                .with("cases", LayerStack.Entry.PLAIN.visible(false));
        String line = StackText.of(stack);
        assertThat(line).doesNotContain("\n");
        assertThat(StackText.parse(line)).isEqualTo(stack);
        assertThat(StackText.of(LayerStack.plain())).isEqualTo("{\"order\":[],\"layers\":{}}");
    }

    @Test
    void whatCannotBeReadIsAsTheStyleHasIt() {
        for (String text : List.of("", "[", "7", "{\"layers\":3,\"order\":{}}", "{\"layers\":{\"roads\":1}}")) {
            assertThat(StackText.parse(text)).as(text).isEqualTo(LayerStack.plain());
        }
    }
}
