/// What `bench wall` starts.
@NullMarked
package org.yiping.bench.wall;

import org.jspecify.annotations.NullMarked;
