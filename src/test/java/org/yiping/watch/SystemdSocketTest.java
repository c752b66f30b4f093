package org.yiping.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
class SystemdSocketTest {
    @Test
    void whatIsSaidArrivesAsOneDatagramEach() throws Throwable {
        Path folder = Files.createTempDirectory("sd");
        String path = folder.resolve("notify").toString();
        try (DatagramEnd end = DatagramEnd.bind(path)) {
            Consumer<String> systemd = SystemdSocket.of(path);
            systemd.accept("READY=1");
            systemd.accept("WATCHDOG=1");
            assertThat(end.next()).isEqualTo("READY=1");
            assertThat(end.next()).isEqualTo("WATCHDOG=1");
        } finally {
            Files.delete(Path.of(path));
            Files.delete(folder);
        }
    }

    @Test
    void aNameWithoutAFileIsReachedToo() throws Throwable {
        String path = "@yiping-test-" + ProcessHandle.current().pid();
        try (DatagramEnd end = DatagramEnd.bind(path)) {
            SystemdSocket.of(path).accept("STOPPING=1");
            assertThat(end.next()).isEqualTo("STOPPING=1");
        }
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"relative/path", "/run/nobody/listens/there"})
    void whereNobodyListensNothingHappens(String path) {
        assertThatCode(() -> SystemdSocket.of(path).accept("READY=1")).doesNotThrowAnyException();
    }
}
