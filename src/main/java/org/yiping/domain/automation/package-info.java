/// What the hall lets rules do by themselves: the city's rules, and what they announce on a case.
@NullMarked
package org.yiping.domain.automation;

import org.jspecify.annotations.NullMarked;
