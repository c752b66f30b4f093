/// A seeded city that speaks to the server only through its public API, as real devices and apps would.
@NullMarked
package org.yiping.simulator;

import org.jspecify.annotations.NullMarked;
