/// Where pictures come from: the city's video platforms and cameras behind one port, and who turns which camera.
@NullMarked
package org.yiping.server.video;

import org.jspecify.annotations.NullMarked;
