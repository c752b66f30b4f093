/// The review room (复盘): a stretch of the past is played, commented and judged.
@NullMarked
package org.yiping.console.ui.debrief;

import org.jspecify.annotations.NullMarked;
