package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PictureBuffersTest {
    private final PictureBuffers buffers = PictureBuffers.ofDesk();

    @Test
    void whatIsGivenBackIsUsedForThePictureOfThatSize() {
        int[] small = buffers.take(100);
        buffers.giveBack(small);
        assertThat(buffers.take(200)).hasSize(200);
        assertThat(buffers.take(100)).isSameAs(small);
    }

    @Test
    void aSmallWindowThatChangesItsSizeLeavesFewBehind() {
        for (int size = 1000; size < 1100; size++) {
            buffers.giveBack(buffers.take(size));
        }
        assertThat(buffers.size()).isEqualTo(4);
        assertThat(buffers.take(1099)).as("the newest is there").hasSize(1099);
        assertThat(buffers.size()).isEqualTo(3);
    }

    @Test
    void ofPicturesLargerThanAllThatIsKeptOneStays() {
        for (int i = 0; i < 3; i++) {
            buffers.giveBack(new int[5 * 1920 * 1080]);
        }
        assertThat(buffers.size()).isEqualTo(1);
    }
}
