/// The simulated city's last days, played on paper before a server is there.
@NullMarked
package org.yiping.simulator.past;

import org.jspecify.annotations.NullMarked;
