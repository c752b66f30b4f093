package org.yiping.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesFileTest {
    @TempDir
    Path folder;

    private final Preferences chosen = Preferences.DEFAULT
            .withTheme(Theme.OFFICE)
            .withScale(150)
            .withLanguage(Language.ENGLISH)
            .withReduceMotion(true)
            .withSplit("workbench.queue", 0.25)
            .withChoice("signin.user", "林晓燕 = #1");

    @Test
    void whatWasSavedIsRead() throws IOException {
        PreferencesFile file = new PreferencesFile(folder.resolve("new/seat.properties"));
        file.save(chosen);
        assertThat(file.load()).isEqualTo(chosen);
    }

    @Test
    void withoutAFileTheDefaultsHold() {
        assertThat(new PreferencesFile(folder.resolve("none")).load()).isEqualTo(Preferences.DEFAULT);
    }

    @Test
    void aCrashInTheMiddleOfAWriteKeepsTheOldChoices() throws IOException {
        Path path = folder.resolve("seat.properties");
        PreferencesFile file = new PreferencesFile(path);
        file.save(chosen);
        String whole = Files.readString(path);
        // What a crash leaves behind: the neighbour half written, the move not done. Every length of it.
        for (int length = 0; length <= whole.length(); length += 7) {
            Files.writeString(folder.resolve("seat.properties.next"), whole.substring(0, length));
            assertThat(new PreferencesFile(path).load()).isEqualTo(chosen);
        }
        file.save(chosen.withScale(200));
        assertThat(file.load().scalePercent()).isEqualTo(200);
        assertThat(folder.resolve("seat.properties.next")).doesNotExist();
    }

    @Test
    void aSaveThatFailsKeepsTheOldChoices() throws IOException {
        Path path = folder.resolve("seat.properties");
        PreferencesFile file = new PreferencesFile(path);
        file.save(chosen);
        Files.createDirectory(folder.resolve("seat.properties.next"));
        Files.createFile(folder.resolve("seat.properties.next/in-the-way"));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> file.save(Preferences.DEFAULT)))
                .isInstanceOf(IOException.class);
        assertThat(file.load()).isEqualTo(chosen);
    }

    @Test
    void brokenValuesFallBackOneByOne() throws IOException {
        Path path = folder.resolve("seat.properties");
        Files.writeString(path, "theme=pink\nscale=900\nlanguage=english\nsplit.a=7\nsplit.b=0.5\n");
        Preferences read = new PreferencesFile(path).load();
        assertThat(read.theme()).isEqualTo(Theme.HALL);
        assertThat(read.scalePercent()).isEqualTo(200);
        assertThat(read.language()).isEqualTo(Language.ENGLISH);
        assertThat(read.splits()).containsOnlyKeys("b");
        Files.writeString(path, "theme=\\uZZZZ");
        assertThat(new PreferencesFile(path).load()).isEqualTo(Preferences.DEFAULT);
    }
}
