/// The workstation: windows on monitors, top bar, status line.
@NullMarked
package org.yiping.console.ui.shell;

import org.jspecify.annotations.NullMarked;
