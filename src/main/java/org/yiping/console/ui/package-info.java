/// What every feature of the console shares: panels and their catalogue.
@NullMarked
package org.yiping.console.ui;

import org.jspecify.annotations.NullMarked;
