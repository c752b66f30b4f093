/// The language of map styles (地图样式): a documented subset of the MapLibre style specification, read with the place of
/// every fault. Knows nothing of how a map is drawn; docs/map-style.md is its reference.
@NullMarked
package org.yiping.console.map.style;

import org.jspecify.annotations.NullMarked;
