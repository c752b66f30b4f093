/// In-memory truth: what every window shows, with its age.
@NullMarked
package org.yiping.console.store;

import org.jspecify.annotations.NullMarked;
