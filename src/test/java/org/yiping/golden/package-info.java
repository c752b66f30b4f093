/// Golden images: how every panel looks, kept as pictures and compared at every build.
@NullMarked
package org.yiping.golden;

import org.jspecify.annotations.NullMarked;
