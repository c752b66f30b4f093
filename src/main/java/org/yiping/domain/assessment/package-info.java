/// Assessment (综合评价、绩效考核) and calling to account (问责): schemes, scores and the steps to a published result.
@NullMarked
package org.yiping.domain.assessment;

import org.jspecify.annotations.NullMarked;
