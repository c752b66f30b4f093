/// Staff and vehicles in the field.
@NullMarked
package org.yiping.domain.field;

import org.jspecify.annotations.NullMarked;
