/// Cameras of the city and what is known of them.
@NullMarked
package org.yiping.domain.camera;

import org.jspecify.annotations.NullMarked;
