/// Reports (报表): what a city wants written of its figures, and each one that was asked for.
@NullMarked
package org.yiping.domain.report;

import org.jspecify.annotations.NullMarked;
