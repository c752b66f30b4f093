package org.yiping.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.Device;
import org.yiping.domain.geo.CoordinateSystem;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.PostCode;

class CameraFileTest {
    private static final String HEAD = "id,name,longitude,latitude,heading,view,kind,online,simulated,main,sub,width,"
            + "height,fps,area,groups,source,viewers,steerers\n";
    private static final Position MIDDLE = new Position(104.1, 30.1);
    private static final Position STREET = new Position(104.05, 30.05);

    private static List<Camera> read(String lines) throws IOException {
        CameraFile file = new CameraFile(
                "http://video", CoordinateSystem.WGS_84, MIDDLE, Map.of(new AreaCode("990101001"), STREET));
        return Csv.read(
                "cameras.csv", new ByteArrayInputStream((HEAD + lines).getBytes(StandardCharsets.UTF_8)), file::camera);
    }

    @ParameterizedTest
    @CsvSource({
        "ON,true",
        "On,true",
        "ONLINE,true",
        "OK,true",
        "true,true",
        "OFF,false",
        "Offline,false",
        "在线,true",
        "离线,false",
        "'',false",
        "?,false"
    })
    void aStatusIsReadInAnyOfTheUsualWords(String word, boolean online) throws IOException {
        Camera camera =
                read("a,A,104,30,0,60,ball," + word + ",false,,,,,,,,,,\n").getFirst();
        assertThat(camera.state().online()).isEqualTo(online);
    }

    @Test
    void withoutAWordThatAnybodyKnowsItIsNotOfflineButUnknown() throws IOException {
        List<Camera> cameras = read("""
                a,A,104,30,0,60,ball,,true,,,,,,,,,,
                b,B,104,30,0,60,ball,?,false,,,,,,,,,,
                c,C,104,30,0,60,ball,离线,false,,,,,,,,,,
                """);
        assertThat(cameras).extracting(c -> c.state().code()).containsExactly("unknown", "unknown", "offline");
        assertThat(cameras).extracting(c -> c.state().worthTrying()).containsExactly(true, true, false);
        assertThat(cameras.getFirst().state().simulated()).isTrue();
    }

    @Test
    void whatNobodySurveyedStandsAtTheMiddleOfItsAreaAndSaysSo() throws IOException {
        List<Camera> cameras = read("""
                a,A,0,0,0,60,fixed,ON,false,,,,,,990101001,,,,
                b,B,,,0,60,fixed,ON,false,,,,,,,,,,
                c,C,104.01,30.01,0,60,fixed,ON,false,,,,,,,,,,
                """);
        assertThat(cameras.get(0).position()).isEqualTo(STREET);
        assertThat(device(cameras.get(0)).placed()).isFalse();
        assertThat(cameras.get(1).position()).isEqualTo(MIDDLE);
        assertThat(device(cameras.get(2)).placed()).isTrue();
    }

    @Test
    void aCameraOfASourceHasStreamsWithoutAddresses() throws IOException {
        Camera camera = read("51010000001320000001,A,104,30,0,60,ball,ON,false,,,1280,720,25,,城管;东区,gb,leader,leader\n")
                .getFirst();
        assertThat(camera.streams()).hasSize(2).allMatch(s -> s.url().isEmpty() && s.width() == 1280);
        Device device = device(camera);
        assertThat(device.type()).isEqualTo("132");
        assertThat(device.groups()).containsExactly("城管", "东区");
        assertThat(device.can(Device.PTZ)).isTrue();
        assertThat(device.viewedBy(new PostCode("leader"))).isTrue();
        assertThat(device.viewedBy(new PostCode("dispatcher"))).isFalse();
    }

    @Test
    void oneThatIsThereTwiceIsRefused() {
        assertThatThrownBy(() ->
                        read("a,A,104,30,0,60,ball,ON,false,,,,,,,,,,\na,A,104,30,0,60,ball,ON,false,,,,,,,,,,\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
    }

    private static Device device(Camera camera) {
        Device device = camera.device();
        if (device == null) {
            throw new AssertionError("no device");
        }
        return device;
    }
}
