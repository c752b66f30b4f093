package org.yiping.protocol.wall;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;

/// The scenes the program ships, which any wall shows before it has heard of a city. Stateless; any thread.
public final class ShippedScenes {
    /// In the order in which a hand goes through them.
    public static final List<String> NAMES =
            List.of("overview", "cameras", "case", "kpi", "alarm", "open-day", "pattern");

    private ShippedScenes() {}

    /// Reads them anew; a shipped file that is refused is a broken program.
    public static WallBook book() {
        List<WallScene> scenes = new ArrayList<>();
        for (String name : NAMES) {
            String file = name + ".yaml";
            Reading<WallScene> read = SceneFile.scene(file, text(file));
            WallScene scene = read.content();
            if (scene == null) {
                throw new IllegalStateException(String.valueOf(read.fault()));
            }
            scenes.add(scene);
        }
        return new WallBook(WallRules.SHIPPED, scenes, List.of());
    }

    private static String text(String file) {
        try (InputStream in = ShippedScenes.class.getResourceAsStream("/org/yiping/scenes/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its scene " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
