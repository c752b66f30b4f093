package org.yiping.console.ui.wall.edit;

import java.util.Set;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;

/// Scenes and rules as the files they could be, and the scenes the program ships. Any thread.
public interface SceneScript {
    WallBook shipped();

    String text(WallScene scene);

    String text(WallRules rules);

    /// Why it cannot be read back; empty where it can.
    String fault(WallScene scene);

    /// The same; `known` are the scenes there are.
    String fault(WallRules rules, Set<SceneId> known);
}
