package org.yiping.console.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.yiping.console.link.Link;
import org.yiping.console.store.Tables;

class ShelvesTest {
    /// A kind that is read once and never again would be shown as live while it grows old.
    @Test
    void everyKindThatIsKeptIsListenedTo() {
        assertThat(Link.TOPICS).containsAll(new Shelves(new Tables(() -> Instant.EPOCH)).kinds());
    }
}
