package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.caprica.vlcj.factory.discovery.strategy.NativeDiscoveryStrategy;

/// What is said where libvlc is missing, broken or of another version.
class VlcOpeningTest {
    @TempDir
    private Path folder;

    @Test
    void missingIsSaid() {
        assertThatThrownBy(() -> VlcOpening.factory(new In(null))).hasMessage("libvlc is not installed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a library", ""})
    void aFileThatIsNoLibraryIsNamed(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("libvlc.so.5"), content);
        Files.writeString(folder.resolve("libvlccore.so.9"), content);
        assertThatThrownBy(() -> VlcOpening.factory(new In(folder))).hasMessageStartingWith(file + " cannot be used: ");
    }

    /// Some library of the JDK's under its name.
    @Test
    void aLibraryThatIsNotLibvlcIsNamed() throws IOException {
        Path library;
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.home"), "lib"))) {
            library = files.filter(f -> f.getFileName().toString().startsWith("libzip.")
                            || f.getFileName().toString().startsWith("libjimage."))
                    .min(Path::compareTo)
                    .orElseThrow();
        }
        Path file = Files.copy(library, folder.resolve("libvlc.so.5"));
        assertThatThrownBy(() -> VlcOpening.factory(new In(folder)))
                .hasMessageStartingWith(file + " cannot be used: ")
                .hasMessageContaining("libvlc_get_version");
    }

    @Test
    void aFolderThatIsEmptyAfterAllIsNamed() {
        assertThatThrownBy(() -> VlcOpening.factory(new In(folder))).hasMessage("no libvlc in " + folder);
    }

    @ParameterizedTest
    @CsvSource({
        "2.2.8 Weatherwax, false",
        "3.0.24 Vetinari, true",
        "3.1, true",
        "3, false",
        "4.0.0-dev Otto Chriek, false",
        "30.0, false",
        "'', false",
        ", false"
    })
    void onlyTheThirdVersionIsFit(@Nullable String version, boolean fit) {
        assertThat(VlcOpening.isFit(version)).isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource({"2.2.8 Weatherwax, 2.2.8", "4.0.0-dev Otto Chriek, 4.0.0-dev", "30.0, 30.0"})
    void anotherVersionIsFoundInWhatIsToldOfIt(String version, String number) {
        String told = VlcOpening.unfit(Path.of("/usr/lib/libvlc.so.12"), version);
        assertThat(new Picture.NoDecoder("java.lang.IllegalStateException: " + told).otherVersion())
                .contains(number);
    }

    @Test
    void ofALibraryThatIsMissingOrBrokenThereIsNoVersion() {
        assertThat(new Picture.NoDecoder("libvlc is not installed").otherVersion())
                .isEmpty();
        assertThat(new Picture.NoDecoder("/x/libvlc.so.5 cannot be used: " + folder).otherVersion())
                .isEmpty();
    }

    private record In(@Nullable Path folder) implements NativeDiscoveryStrategy {
        @Override
        public boolean supported() {
            return true;
        }

        @Override
        public @Nullable String discover() {
            return folder == null ? null : folder.toString();
        }

        @Override
        public boolean onFound(String path) {
            return true;
        }

        @Override
        public boolean onSetPluginPath(String path) {
            return true;
        }
    }
}
