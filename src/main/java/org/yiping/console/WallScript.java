package org.yiping.console;

import java.util.Set;
import org.yiping.console.ui.wall.edit.SceneScript;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;
import org.yiping.protocol.wall.Reading;
import org.yiping.protocol.wall.SceneWriter;
import org.yiping.protocol.wall.ShippedScenes;

/// What the scene editor makes, as files: written and held to the reader's rules. Any thread.
public final class WallScript implements SceneScript {
    private final WallBook shipped = ShippedScenes.book();

    @Override
    public WallBook shipped() {
        return shipped;
    }

    @Override
    public String text(WallScene scene) {
        return SceneWriter.text(scene);
    }

    @Override
    public String text(WallRules rules) {
        return SceneWriter.text(rules);
    }

    @Override
    public String fault(WallScene scene) {
        return reason(SceneWriter.checked(scene));
    }

    @Override
    public String fault(WallRules rules, Set<SceneId> known) {
        return reason(SceneWriter.checked(rules, known));
    }

    private static String reason(Reading<?> read) {
        return read.fault() == null ? "" : read.fault().reason();
    }
}
