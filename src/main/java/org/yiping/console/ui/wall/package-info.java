/// The display wall (大屏): scenes in panels, one window a monitor.
@NullMarked
package org.yiping.console.ui.wall;

import org.jspecify.annotations.NullMarked;
