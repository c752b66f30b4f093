/// The programs behind `bench video`: camera grids of the product in windows, and what they cost.
@NullMarked
package org.yiping.bench.video;

import org.jspecify.annotations.NullMarked;
