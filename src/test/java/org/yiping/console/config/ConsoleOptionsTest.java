package org.yiping.console.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.config.ConsoleOptions.Parsed;

class ConsoleOptionsTest {
    @TempDir
    Path folder;

    @Test
    void aWallSignsInByItself() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "p w \n");
        Parsed parsed = ConsoleOptions.parse(List.of(
                "--server=http://127.0.0.1:8080",
                "--user=wall",
                "--password-file=" + secret,
                "--post=wall",
                "--seat=hall-1",
                "--data=" + folder,
                "--mode=wall",
                "--screens=1-2",
                "--language=en"));
        assertThat(parsed).isInstanceOf(Parsed.Run.class);
        ConsoleConfig config = ((Parsed.Run) parsed).config();
        assertThat(config.windows()).isEqualTo(new ConsoleConfig.Windows(ConsoleConfig.Mode.WALL, 1, 2));
        assertThat(config.language()).isEqualTo(Locale.ENGLISH);
        assertThat(config.account()).isNotNull();
        assertThat(config.account().password()).isEqualTo("p w");
        assertThat(config.shots()).isNull();
    }

    @Test
    void aWorkstationMayAskItsUser() {
        Parsed parsed = ConsoleOptions.parse(List.of("--server=http://h:1", "--data=d"));
        ConsoleConfig config = ((Parsed.Run) parsed).config();
        assertThat(config.account()).isNull();
        assertThat(config.data()).isAbsolute();
        assertThat(config.language()).isEqualTo(Locale.CHINESE);
    }

    @Test
    void mistakesAreExplainedWithTheUsage() {
        assertThat(leave("--data=d")).contains("--server");
        assertThat(leave("--server=nonsense", "--data=d")).contains("http://host:port");
        assertThat(leave("--server=http://h:1", "--user=u")).contains("--password-file");
        assertThat(leave("--server=http://h:1", "--mode=wall")).contains("--post");
        assertThat(leave("--server=http://h:1", "--screens=left")).contains("FIRST-LAST");
        assertThat(leave("--server=http://h:1", "--wall=hall")).contains("one wall");
    }

    private static String leave(String... arguments) {
        Parsed parsed = ConsoleOptions.parse(List.of(arguments));
        assertThat(parsed).isInstanceOf(Parsed.Leave.class);
        assertThat(((Parsed.Leave) parsed).code()).isEqualTo(2);
        return ((Parsed.Leave) parsed).text();
    }
}
