/// How people in the field work (人员考核): the table, a person's day, roll-calls.
@NullMarked
package org.yiping.console.ui.staff;

import org.jspecify.annotations.NullMarked;
