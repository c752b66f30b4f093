/// What sensors say, in a list with the day behind it (感知).
@NullMarked
package org.yiping.console.ui.sensor;

import org.jspecify.annotations.NullMarked;
