/// What recognisers saw in cameras' pictures, and what people made of it.
@NullMarked
package org.yiping.domain.capture;

import org.jspecify.annotations.NullMarked;
