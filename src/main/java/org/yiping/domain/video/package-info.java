/// How cameras are used in a city: who goes first, what is said aloud, what is recognised.
@NullMarked
package org.yiping.domain.video;

import org.jspecify.annotations.NullMarked;
