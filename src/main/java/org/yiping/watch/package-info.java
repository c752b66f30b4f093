/// The watchdog (看门狗): a small program that starts the wall, hears its heartbeat, and starts it again after a crash or
/// a hang, for as long as the machine runs. Decision 0034.
@NullMarked
package org.yiping.watch;

import org.jspecify.annotations.NullMarked;
