/// Tests of the console's windows.
@NullMarked
package org.yiping.console.ui;

import org.jspecify.annotations.NullMarked;
