package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.map.Piece;
import org.yiping.console.map.PixelBox;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.needs.NeedsDisplay;

/// A card is trusted that draws the test picture right, and no other.
@NeedsDisplay
class CompositingTest {
    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    @Test
    void theToolkitsOwnDrawingIsTrusted() {
        assertThat(Toolkit.onFx(() -> Compositing.trusted(Compositing::snapshot)))
                .isEqualTo(Compositing.TEXTURES);
    }

    @Test
    void aCardIsNotTrustedThatDrawsWrongly() {
        assertThat(trusted((pieces, above, width, height) -> {
                    int[] seen = Compositing.snapshot(pieces, above, width, height);
                    seen[height / 4 * width + 255] ^= 0x00100000; // a seam of one pixel
                    return seen;
                }))
                .as("one pixel of another colour")
                .isEqualTo(Compositing.SOFTWARE);
        assertThat(trusted((pieces, above, width, height) -> {
                    int[] seen = Compositing.snapshot(pieces, above, width, height);
                    for (int i = 0; i < seen.length; i++) {
                        seen[i] = (seen[i] & 0xFF00FF00) | ((seen[i] & 255) << 16) | ((seen[i] >> 16) & 255);
                    }
                    return seen;
                }))
                .as("red for blue")
                .isEqualTo(Compositing.SOFTWARE);
        assertThat(trusted((pieces, above, width, height) -> Compositing.snapshot(moved(pieces), above, width, height)))
                .as("moved by a pixel")
                .isEqualTo(Compositing.SOFTWARE);
        assertThat(trusted((pieces, above, width, height) ->
                        Compositing.snapshot(pieces, new int[above.length], width, height)))
                .as("nothing above the ground")
                .isEqualTo(Compositing.SOFTWARE);
    }

    @Test
    void aCardIsNotTrustedThatFails() {
        assertThat(trusted((_, _, _, _) -> {
                    throw new IllegalStateException("no texture so large");
                }))
                .isEqualTo(Compositing.SOFTWARE);
    }

    @Test
    void aTileOverTheEdgeShowsNothingBesideTheMap() {
        javafx.geometry.Bounds seen = Toolkit.onFx(() -> {
            TileTextures ground = new TileTextures();
            Piece over = new Piece("over", 1, new int[] {0xFF102030}, new PixelBox(-20, -30, 200, 300));
            ground.show(List.of(over), 90, 60);
            return ground.getBoundsInParent();
        });
        assertThat(seen).isEqualTo(new javafx.geometry.BoundingBox(0, 0, 90, 60));
    }

    private static Compositing trusted(Compositing.Card card) {
        return Toolkit.onFx(() -> Compositing.trusted(card));
    }

    private static List<Piece> moved(List<Piece> pieces) {
        List<Piece> moved = new ArrayList<>();
        for (Piece piece : pieces) {
            PixelBox box = piece.box();
            int dx = piece.drawn().equals("left below") ? 3 : 0;
            moved.add(new Piece(
                    piece.drawn(),
                    piece.side(),
                    piece.pixels(),
                    new PixelBox(box.left() + dx, box.top(), box.right() + dx, box.bottom())));
        }
        return moved;
    }
}
