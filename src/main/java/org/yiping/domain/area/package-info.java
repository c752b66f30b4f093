/// The tree of areas: city, district, street, community, cell.
@NullMarked
package org.yiping.domain.area;

import org.jspecify.annotations.NullMarked;
