/// The way down: link to cache to store, and how to resume.
@NullMarked
package org.yiping.console.sync;

import org.jspecify.annotations.NullMarked;
