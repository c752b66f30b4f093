/// The real server and real consoles without windows in one JVM: link, cache, stores and outbox as an operator has
/// them.
@NullMarked
package org.yiping.end2end;

import org.jspecify.annotations.NullMarked;
