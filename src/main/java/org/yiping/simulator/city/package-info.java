/// The generator of the demo city (示范市): a fictional city on real street lines, written as a city folder.
@NullMarked
package org.yiping.simulator.city;

import org.jspecify.annotations.NullMarked;
