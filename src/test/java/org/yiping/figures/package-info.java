/// What a long or a measured run says at its end.
@NullMarked
package org.yiping.figures;

import org.jspecify.annotations.NullMarked;
