/// The case: states, transitions, clocks, deadlines.
@NullMarked
package org.yiping.domain.casework;

import org.jspecify.annotations.NullMarked;
