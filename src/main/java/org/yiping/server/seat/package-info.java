/// Seats of the hall: who sits where now, and which case is in whose hand.
@NullMarked
package org.yiping.server.seat;

import org.jspecify.annotations.NullMarked;
