/// A city's own data: the folder it comes in, its catalogue, calendar, areas.
@NullMarked
package org.yiping.city;

import org.jspecify.annotations.NullMarked;
