package org.yiping.server.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.domain.camera.CameraId;
import org.yiping.fake.HeardLog;
import org.yiping.fake.ManualClock;

class OnvifSourceTest {
    private static final CameraId CAMERA = new CameraId("34020000001320000013");
    private static final CameraId SECOND = new CameraId("34020000001320000014");
    private static final VideoSource.Motion LEFT = new VideoSource.Motion(-0.5, 0, 0);

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-27T08:00:00Z"));
    private FakeOnvif device;
    private OnvifSource source;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        device = new FakeOnvif(clock);
        source = source(device.address());
    }

    private OnvifSource source(String address) {
        String lines = "camera,address,user,password,channel,viewer,viewerPassword\n" + CAMERA.value() + "," + address
                + ",ad<min,right,,look,p@ss\n" + SECOND.value() + "," + address + ",ad<min,right,src1\n";
        return new OnvifSource("onvif", OnvifSource.lines("onvif", lines), Duration.ofSeconds(2), clock);
    }

    @AfterEach
    void end() {
        source.close();
        device.close();
    }

    /// The example of ONVIF's Application Programmer's Guide.
    @Test
    void theDigestIsThatOfTheStandard() {
        assertThat(OnvifDevice.digest(
                        Base64.getDecoder().decode("LKqI6G/AikKCQrN0zqZFlg=="), "2010-09-16T07:50:45Z", "userpassword"))
                .isEqualTo("tuOSpGlFlIXsozq4HFNeeGeFLEI=");
    }

    @Test
    void itIsSignedByTheDevicesClockAndOnlyTheViewersAccountLeaves() {
        String main = source.play(CAMERA, "main", null).url();
        assertThat(main).isEqualTo("rtsp://look:p%40ss@127.0.0.1:554/Streaming/101?profile=P&x=1");
        assertThat(device.lastBody).contains("<ProfileToken>large</ProfileToken>");
        source.play(CAMERA, "sub", null);
        assertThat(device.lastBody).as("no stills").contains("<ProfileToken>small</ProfileToken>");
        String second = source.play(SECOND, "sub", null).url();
        assertThat(second).as("no viewer, no account").startsWith("rtsp://127.0.0.1:554/");
        assertThat(device.lastBody).contains("<ProfileToken>other</ProfileToken>");
        assertThat(device.asked).as("the time once").containsOnlyOnce("GetSystemDateAndTime");
    }

    @Test
    void wrongCredentialsAreSentOnceAndNotAgainForHalfAnHour() {
        device.password = "another";
        assertThatThrownBy(() -> source.play(CAMERA, "main", null)).hasMessage("refused");
        assertThatThrownBy(() -> source.play(CAMERA, "main", null)).hasMessage("refused");
        assertThatThrownBy(() -> source.move(SECOND, LEFT))
                .as("the same device")
                .hasMessage("refused");
        assertThat(device.asked).containsOnlyOnce("GetCapabilities");
        clock.advance(OnvifAccount.LOCKED);
        device.password = "right";
        source.play(CAMERA, "main", null);
    }

    @Test
    void aRecorderOfManyChannelsIsGuessedAtOnce() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 64; i++) { // some list each channel under a path of its own
            lines.append(
                    "c" + i + "," + device.address() + (i % 2 == 0 ? "" : "/" + i) + ",ad<min,wrong,src" + i + "\n");
        }
        OnvifSource recorder =
                new OnvifSource("onvif", OnvifSource.lines("onvif", lines.toString()), Duration.ofSeconds(5), clock);
        assertThat(recorder.directory())
                .hasSize(64)
                .extracting(VideoSource.Listed::online)
                .containsOnlyNulls();
        assertThat(device.guesses).hasValue(1);
        recorder.directory();
        assertThat(device.guesses).as("nor at the next look").hasValue(1);
        clock.advance(OnvifAccount.LOCKED);
        device.password = "wrong";
        assertThat(recorder.directory()).extracting(VideoSource.Listed::online).containsOnly(true);
        device.password = "changed";
        clock.advance(OnvifAccount.ACCEPTED);
        recorder.directory();
        assertThat(device.guesses).as("a password changed while it ran").hasValue(2);
        recorder.close();
    }

    @Test
    void aRefusedLoginIsInTheLogOnceAndWithoutIt() {
        device.password = "another";
        try (HeardLog log = new HeardLog()) {
            source.directory();
            source.directory();
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains(CAMERA.value(), SECOND.value())
                    .doesNotContain("right", "ad<min", "127.0.0.1");
            clock.advance(OnvifAccount.LOCKED);
            device.password = "right";
            source.directory();
            assertThat(log.lines()).as("that it is right again is no warning").hasSize(1);
            device.password = "third";
            clock.advance(OnvifAccount.ACCEPTED);
            source.directory();
            assertThat(log.lines()).hasSize(2);
        }
    }

    @Test
    void whatIsAnsweredToAnybodyProvesNoPassword() {
        device.open.add("GetCapabilities");
        device.password = "another";
        source(device.address()).directory();
        assertThat(device.guesses).hasValue(1);
    }

    @Test
    void aClockThatWasSetIsReadAgain() {
        source.play(CAMERA, "main", null);
        device.clockOff = Duration.ofHours(3);
        source.play(CAMERA, "main", null);
        assertThat(device.asked.stream().filter("GetSystemDateAndTime"::equals)).hasSize(2);
    }

    @Test
    void whatDoesNotTurnIsUnableAndPlaysAllTheSame() {
        device.turns = false;
        source.play(CAMERA, "main", null);
        assertThatThrownBy(() -> source.move(CAMERA, LEFT)).hasMessage("unable");
        assertThat(source.directory()).extracting(VideoSource.Listed::abilities).containsOnly(Set.of());
        assertThatThrownBy(() -> source.play(CAMERA, "main", new VideoSource.Recorded(Instant.EPOCH, clock.instant())))
                .hasMessage("unable");
    }

    @Test
    void itTurnsAndAStopOfWhatStandsIsNoFault() {
        device.declined.add("Stop");
        assertThat(source.move(CAMERA, VideoSource.Motion.STOP).state()).isEqualTo("done");
        device.declined.add("Timeout");
        assertThat(source.move(CAMERA, LEFT).state()).isEqualTo("done");
        assertThat(device.lastBody)
                .contains("x=\"-0.500\"", "<ProfileToken>large</ProfileToken>")
                .doesNotContain("Timeout");
        assertThatThrownBy(() -> source.move(CAMERA, VideoSource.Motion.STOP))
                .as("it may go on turning")
                .hasMessage("unable");
        device.declined.remove("Stop");
        assertThat(source.move(CAMERA, VideoSource.Motion.STOP).state()).isEqualTo("done");
    }

    @Test
    void presetsHaveNumbersWhateverTheirTokensAre() {
        assertThat(source.presets(CAMERA))
                .extracting(p -> p.number() + p.name())
                .containsExactly("1家", "3校门");
        source.preset(CAMERA, new VideoSource.Preset("call", 1, ""));
        assertThat(device.lastBody).contains("<PresetToken>Home</PresetToken>");
        source.preset(CAMERA, new VideoSource.Preset("set", 9, "a<b"));
        assertThat(device.lastBody).contains("a&lt;b").doesNotContain("PresetToken");
        assertThat(source.preset(CAMERA, new VideoSource.Preset("delete", 9, ""))
                        .reason())
                .isEqualTo("no-preset");
    }

    @Test
    void aProfileWithoutAPictureIsNoneAndAnAddressOfAnotherKindIsNotPlayed() {
        device.answers.put("GetStreamUri", "<MediaUri><Uri>file:///etc/passwd</Uri></MediaUri>");
        assertThatThrownBy(() -> source.play(CAMERA, "main", null)).hasMessage("unknown");
        OnvifSource fresh = source(device.address());
        device.answers.put(
                "GetProfiles",
                "<Profiles token=\"a\"><VideoSourceConfiguration><SourceToken>s</SourceToken>"
                        + "</VideoSourceConfiguration></Profiles>");
        assertThatThrownBy(() -> fresh.play(CAMERA, "main", null)).hasMessage("unknown");
        fresh.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dtd", "deep", "wide", "huge", "cut", "html", "empty"})
    void hostileAnswersAreSilence(String kind) {
        device.answers.put(
                "GetProfiles",
                switch (kind) {
                    case "dtd" -> "</e:Body></e:Envelope><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
                    case "deep" -> "<a>".repeat(5_000) + "</a>".repeat(5_000);
                    case "wide" -> "<a/>".repeat(30_000);
                    case "huge" -> " ".repeat(2 << 20);
                    case "cut" -> "<a><b>";
                    case "html" -> "<br><p>login";
                    default -> "&xxe;";
                });
        assertThatThrownBy(() -> source.play(CAMERA, "main", null)).hasMessage("silent");
    }

    @Test
    void anEntityBeforeTheAnswerIsNotRead() {
        assertThatThrownBy(
                        () -> SoapXml.read(
                                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><Envelope><Body>&b;</Body></Envelope>"))
                .hasMessage("silent");
    }

    @Test
    void oneThatSendsAByteAndNoMoreIsSilentAndOffline() {
        device.drips = true;
        assertThatThrownBy(() -> source.play(CAMERA, "main", null)).hasMessage("silent");
        List<VideoSource.Listed> listed = source.directory();
        assertThat(listed).extracting(VideoSource.Listed::online).containsOnly(false);
        device.password = "another";
        device.drips = false;
        device.over.countDown();
        assertThat(source(device.address()).directory())
                .extracting(VideoSource.Listed::online)
                .as("there, but not for us")
                .containsOnlyNulls();
    }

    @Test
    void theListOfDevicesIsCheckedAndNobodyElsesToRead() throws IOException {
        assertThatThrownBy(() -> OnvifSource.lines("o", "c1,ftp://h/x,u,p")).hasMessageContaining("line 1");
        assertThatThrownBy(() -> OnvifSource.lines("o", "c1,http://u:p@h/x"))
                .hasMessageContaining("line 1")
                .hasMessageNotContaining("u:p");
        Path list = Files.writeString(folder.resolve("devices.csv"), "c1,http://h/onvif/device_service,u,p\n");
        Path file = Files.writeString(
                folder.resolve("video.json"),
                "{\"sources\": [{\"name\": \"o\", \"kind\": \"onvif\", \"secretFile\": \"devices.csv\","
                        + " \"every\": \"PT1M\"}]}");
        Files.setPosixFilePermissions(list, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> VideoSources.of(file, clock)).hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(list, PosixFilePermissions.fromString("rw-------"));
        try (VideoSources sources = VideoSources.of(file, clock)) {
            assertThat(sources.all()).containsValue(Duration.ofMinutes(1));
            assertThat(sources.all().keySet()).extracting(VideoSource::name).containsExactly("o");
        }
    }
}
