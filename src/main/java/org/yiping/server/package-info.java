/// The reference platform: composition root, first start, command line.
@NullMarked
package org.yiping.server;

import org.jspecify.annotations.NullMarked;
