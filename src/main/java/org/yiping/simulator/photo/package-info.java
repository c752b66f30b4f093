/// Pictures the simulated people take: drawn by the project itself, and saying so.
@NullMarked
package org.yiping.simulator.photo;

import org.jspecify.annotations.NullMarked;
