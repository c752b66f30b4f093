package org.yiping.console.ui.wall.edit;

import java.util.Set;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;
import org.yiping.protocol.wall.Reading;
import org.yiping.protocol.wall.SceneWriter;
import org.yiping.protocol.wall.ShippedScenes;

/// The editor's files without the console's root: written and read back as there.
final class WrittenScenes implements SceneScript {
    @Override
    public WallBook shipped() {
        return ShippedScenes.book();
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
