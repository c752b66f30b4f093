/// The console's one door to the toolkit's thread, and what every window shares: theme, words, ticks, notices.
@NullMarked
package org.yiping.console.fx;

import org.jspecify.annotations.NullMarked;
