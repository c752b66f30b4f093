/// The display wall as the platform keeps it.
@NullMarked
package org.yiping.server.wall;

import org.jspecify.annotations.NullMarked;
