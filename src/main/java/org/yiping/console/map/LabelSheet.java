package org.yiping.console.map;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.style.LayerStack;

/// The names placed for one stretch of ground at one level; moves with the tiles while the window pans. Any thread.
record LabelSheet(List<Label> labels, CityBox ground, Key key) {
    /// What the placing depended on, beside what stands there.
    record Key(int level, long scene, LayerStack stack, Hit.@Nullable Feature selected, Emphasis.Spoken spoken) {}

    boolean serves(Key wanted, CityBox view) {
        return key.equals(wanted) && ground.covers(view);
    }
}
