/// Positions, extents and datums.
@NullMarked
package org.yiping.domain.geo;

import org.jspecify.annotations.NullMarked;
