/// Camera players behind a port: the only package that knows libvlc. Nothing here knows a screen.
@NullMarked
package org.yiping.console.video;

import org.jspecify.annotations.NullMarked;
