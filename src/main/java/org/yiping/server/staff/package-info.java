/// How the platform judges the work of people in the field: keeps their tracks, judges days, draws
/// roll-calls.
@NullMarked
package org.yiping.server.staff;

import org.jspecify.annotations.NullMarked;
