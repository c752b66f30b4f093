@NullMarked
package org.yiping.simulator.camera;

import org.jspecify.annotations.NullMarked;
