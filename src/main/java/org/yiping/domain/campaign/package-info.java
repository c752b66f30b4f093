/// Special campaigns of the city (专项整治).
@NullMarked
package org.yiping.domain.campaign;

import org.jspecify.annotations.NullMarked;
