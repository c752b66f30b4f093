/// Simulated cameras: short drawn clips served as endless live streams, marked 模拟 in the picture.
@NullMarked
package org.yiping.simulator.camera;

import org.jspecify.annotations.NullMarked;
