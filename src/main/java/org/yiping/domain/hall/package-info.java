/// The hall itself: what holds for all its screens at once.
@NullMarked
package org.yiping.domain.hall;

import org.jspecify.annotations.NullMarked;
