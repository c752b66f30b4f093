/// How the console was started.
@NullMarked
package org.yiping.console.config;

import org.jspecify.annotations.NullMarked;
