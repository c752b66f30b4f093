/// Assessments as the platform runs them: schemes of the city, frozen inputs, how they lie in the journal.
@NullMarked
package org.yiping.server.assessment;

import org.jspecify.annotations.NullMarked;
