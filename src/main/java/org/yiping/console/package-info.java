/// The console (指挥台): composition roots, entry point.
@NullMarked
package org.yiping.console;

import org.jspecify.annotations.NullMarked;
