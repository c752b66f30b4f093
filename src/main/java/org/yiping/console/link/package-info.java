/// The console's only network code: REST, push with resume, backoff.
@NullMarked
package org.yiping.console.link;

import org.jspecify.annotations.NullMarked;
