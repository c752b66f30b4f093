/// Push: the journal and telemetry fanned out to every connected client, with resume by revision.
@NullMarked
package org.yiping.server.push;

import org.jspecify.annotations.NullMarked;
