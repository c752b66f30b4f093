/// Hand-written stand-ins for the platform, the network and the clock.
@NullMarked
package org.yiping.fake;

import org.jspecify.annotations.NullMarked;
