/// The review room (复盘室): what was said and judged of a stretch of the past. No clock, no storage.
@NullMarked
package org.yiping.domain.room;

import org.jspecify.annotations.NullMarked;
