/// Scene files of the wall as text: read, and refused with file, line and reason.
@NullMarked
package org.yiping.protocol.wall;

import org.jspecify.annotations.NullMarked;
