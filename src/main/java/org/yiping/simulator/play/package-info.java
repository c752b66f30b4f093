/// What the simulated people decide: pure logic on a seed and a clock, without a network.
@NullMarked
package org.yiping.simulator.play;

import org.jspecify.annotations.NullMarked;
