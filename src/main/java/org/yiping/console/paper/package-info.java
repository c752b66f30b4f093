/// Draws pages where there is a toolkit: onto a screen or a printer's page.
@NullMarked
package org.yiping.console.paper;

import org.jspecify.annotations.NullMarked;
