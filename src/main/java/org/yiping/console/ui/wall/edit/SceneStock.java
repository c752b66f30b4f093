package org.yiping.console.ui.wall.edit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.CityFacts;
import org.yiping.console.ui.Desk;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallEdition;
import org.yiping.domain.wall.WallScene;

/// The scenes that stand now: the shipped ones, the city's files over them, and over both what desks have saved. FX
/// thread.
final class SceneStock {
    private final Desk desk;
    private final WallBook shipped;

    SceneStock(Desk desk, WallBook shipped) {
        this.desk = desk;
        this.shipped = shipped;
    }

    WallBook book() {
        return files().with(desk.stores().scenes().rows().values().toList()).over(shipped);
    }

    /// What a desk saved under that name and which stands: not taken back, and no newer file came after it.
    Optional<WallEdition> edition(SceneId id) {
        return desk.stores()
                .scenes()
                .find(id)
                .filter(e -> !e.version().isEmpty() && e.over().equals(files().version(id)));
    }

    /// The last version a desk has given under that name, standing or not; empty where none has.
    String used(SceneId id) {
        return desk.stores().scenes().find(id).map(WallEdition::used).orElse("");
    }

    /// A scene that stands, with what the hand has made of it.
    SceneLine line(WallScene scene, @Nullable Edit<WallScene> edit) {
        Optional<WallEdition> saved = edition(scene.id());
        SceneLine.Origin origin = saved.isPresent()
                ? SceneLine.Origin.DESK
                : files().find(scene.id()).isPresent() ? SceneLine.Origin.CITY : SceneLine.Origin.SHIPPED;
        return new SceneLine(
                scene.id(),
                edit == null ? scene : edit.now(),
                origin,
                edit != null && edit.changed(),
                saved.orElse(null));
    }

    private WallBook files() {
        return desk.city().map(CityFacts::rules).map(CityFacts.Rules::wall).orElse(WallBook.NONE);
    }
}
