/// Shifts of the hall and how one hands over to the next.
@NullMarked
package org.yiping.domain.shift;

import org.jspecify.annotations.NullMarked;
