/// The open case: facts, clocks, actions, and what helps to decide.
@NullMarked
package org.yiping.console.ui.dispatch;

import org.jspecify.annotations.NullMarked;
