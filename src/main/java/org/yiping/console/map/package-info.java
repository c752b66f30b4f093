/// The map engine (地图引擎): layers, tiles, labels, queries. Knows no control and no window; draws ARGB into `int[]`.
@NullMarked
package org.yiping.console.map;

import org.jspecify.annotations.NullMarked;
