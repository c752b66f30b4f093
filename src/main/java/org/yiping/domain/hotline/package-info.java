/// Calls of the city's hotline (12319、12345) as its switch tells of them.
@NullMarked
package org.yiping.domain.hotline;

import org.jspecify.annotations.NullMarked;
