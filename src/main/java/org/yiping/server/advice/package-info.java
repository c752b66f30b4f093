/// What the platform proposes: departments, duplicates, recurring places, places that words may mean.
@NullMarked
package org.yiping.server.advice;

import org.jspecify.annotations.NullMarked;
