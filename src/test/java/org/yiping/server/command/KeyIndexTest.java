package org.yiping.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyIndexTest {
    @Test
    void everyKeyIsFoundAfterGrowing() {
        KeyIndex index = new KeyIndex();
        for (int i = 0; i < 100_000; i++) {
            index.add("key-" + i, i + 1);
        }
        for (int i = 0; i < 100_000; i++) {
            assertThat(index.find("key-" + i).orElseThrow()).isEqualTo(i + 1);
        }
        assertThat(index.find("key-100000")).isEmpty();
    }
}
