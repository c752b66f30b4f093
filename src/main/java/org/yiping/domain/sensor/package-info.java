/// What measures by itself: sensors, what they say, and what that means.
@NullMarked
package org.yiping.domain.sensor;

import org.jspecify.annotations.NullMarked;
