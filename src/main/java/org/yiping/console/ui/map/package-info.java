/// The map window and the map inset.
@NullMarked
package org.yiping.console.ui.map;

import org.jspecify.annotations.NullMarked;
