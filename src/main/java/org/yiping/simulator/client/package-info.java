/// The simulator's way to the platform: its public API, nothing else.
@NullMarked
package org.yiping.simulator.client;

import org.jspecify.annotations.NullMarked;
