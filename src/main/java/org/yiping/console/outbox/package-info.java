/// The way up: commands kept durably until the platform has answered.
@NullMarked
package org.yiping.console.outbox;

import org.jspecify.annotations.NullMarked;
