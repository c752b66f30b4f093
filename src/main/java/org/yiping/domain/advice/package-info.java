/// What the platform proposes and people decide: whose a case is, whether it was reported before, which place was
/// meant. Every proposal brings its evidence.
@NullMarked
package org.yiping.domain.advice;

import org.jspecify.annotations.NullMarked;
