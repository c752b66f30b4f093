package org.yiping.console.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.yiping.console.link.Link;
import org.yiping.console.store.Tables;

class ShelvesTest {
    /// A kind that is fetched once and not followed would be late for ever.
    @Test
    void whatIsKeptIsFollowed() {
        assertThat(Link.TOPICS).containsAll(new Shelves(new Tables(() -> Instant.EPOCH)).kinds());
    }
}
