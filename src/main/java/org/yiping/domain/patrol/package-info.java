/// Cameras looked at one after another, by the clock (轮巡) or by a person (视频巡逻).
@NullMarked
package org.yiping.domain.patrol;

import org.jspecify.annotations.NullMarked;
