/// How the work of people in the field is judged: days, spells, coverage, roll-calls.
@NullMarked
package org.yiping.domain.staff;

import org.jspecify.annotations.NullMarked;
