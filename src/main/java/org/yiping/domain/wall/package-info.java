/// The display wall (大屏) as facts: monitors, scenes, what stands where, and what is due when.
@NullMarked
package org.yiping.domain.wall;

import org.jspecify.annotations.NullMarked;
