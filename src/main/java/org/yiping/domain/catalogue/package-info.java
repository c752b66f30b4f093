/// Component and event classes, criteria and limits: data of the city, versioned.
@NullMarked
package org.yiping.domain.catalogue;

import org.jspecify.annotations.NullMarked;
