package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.camera.CameraState;

/// No code of the platform stands on a screen as it is: what its sources hold is read here, so that a new one without
/// words is found.
class ReasonWordsTest {
    private static final Path SERVER = Path.of("src/main/java/org/yiping/server");
    private static final Pattern TOLD = Pattern.compile("(?:VideoFault|Told\\.failed)\\(\"([a-z-]+)\"\\)");
    private static final Pattern REASON = Pattern.compile("String [A-Z_]+ = \"([a-z-]+)\"");
    private static final Set<Locale> BOTH = Set.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    private static Set<String> found(Path in, Pattern code) throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(in)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher m = code.matcher(Files.readString(file));
                while (m.find()) {
                    codes.add(m.group(1));
                }
            }
        }
        return codes;
    }

    @Test
    void everyReasonOfAVideoSourceHasWords() throws IOException {
        Set<String> codes = found(SERVER.resolve("video"), TOLD);
        assertThat(codes).contains("no-preset", "silent", "failed"); // the search finds them
        codes.addAll(Set.of("late", "timeout", "fail", "error", "no-answer", ""));
        codes.addAll(Set.of("VID-4030", "VID-4031", "VID-4040", "VID-4091", "VID-4221", "VID-5030"));
        for (Locale locale : BOTH) {
            PtzWords words = new PtzWords(new DeskFixture("dispatcher").desk, new Messages(locale));
            assertThat(codes)
                    .allSatisfy(c -> assertThat(words.why(c)).isNotEqualTo(c).isNotBlank());
        }
    }

    @Test
    void everyReasonOfACamerasStateHasWords() throws IOException {
        Set<String> codes = found(SERVER.resolve("command/CameraList.java"), REASON);
        assertThat(codes).contains("source");
        codes.addAll(Set.of(CameraState.NOT_LISTED, CameraState.NO_STATUS, CameraState.NO_PICTURE));
        codes.addAll(Set.of("seen", "no-heartbeat"));
        for (Locale locale : BOTH) {
            DirectoryWords words = new DirectoryWords(new Messages(locale));
            assertThat(codes)
                    .allSatisfy(c -> assertThat(words.detail(
                                    new CameraState(false, false, CameraState.OFFLINE, c, null),
                                    DeskFixture.START,
                                    ZoneOffset.UTC))
                            .isNotEqualTo(c)
                            .isNotBlank());
        }
    }
}
