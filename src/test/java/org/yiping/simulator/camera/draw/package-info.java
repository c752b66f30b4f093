/// Draws the pictures the simulated cameras show; run by hand, see `Main`.
@NullMarked
package org.yiping.simulator.camera.draw;

import org.jspecify.annotations.NullMarked;
