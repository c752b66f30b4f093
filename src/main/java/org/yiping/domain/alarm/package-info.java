/// Alarms of a seat: what calls its attention, how much of that a person can bear, and what looks alike in a flood.
@NullMarked
package org.yiping.domain.alarm;

import org.jspecify.annotations.NullMarked;
