package org.yiping.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.Device;
import org.yiping.domain.geo.Position;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Change;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Row;
import org.yiping.server.data.Scope;
import org.yiping.server.video.ScriptedSource;
import org.yiping.server.video.VideoSource;

class CameraDirectoriesTest {
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Set<String> TURNS = Set.of(Device.PTZ, Device.PRESETS);
    private static final Position MIDDLE = new Position(104.01, 30.005);
    private static final CameraId FIRST = new CameraId("99010100001320000013");
    private static final CameraId SECOND = new CameraId("99010200001320000014");

    @TempDir
    private Path folder;

    private final ScriptedSource source = new ScriptedSource("gb");
    private final ScriptedSource other = new ScriptedSource("slow");
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<Entry> written = new ArrayList<>();
    private boolean stuck;
    private SmallHall hall;

    @BeforeEach
    void start() {
        Map<VideoSource, Duration> sources = new LinkedHashMap<>();
        sources.put(other, EVERY);
        sources.put(source, EVERY);
        hall = new SmallHall(folder, (h, book, casework, roster) -> {
            CameraDirectories directories =
                    new CameraDirectories(sources, new CameraList(h.rows, new West(), MIDDLE), this::run, h.clock);
            return List.of(new SmallHall.Keeper() {
                @Override
                public void follow(List<Entry> entries) {
                    written.addAll(entries);
                }

                @Override
                public void tick(CommandDesk desk) {
                    directories.tick(desk);
                }
            });
        });
    }

    private void run(Runnable reading) {
        if (stuck) {
            waiting.add(reading);
        } else {
            reading.run();
        }
    }

    @AfterEach
    void end() {
        hall.close();
    }

    /// Everything to the west of 104.01 is the west, what is farther than a degree off is no place of this city.
    private static final class West implements AreaFinder {
        @Override
        public Optional<AreaCode> areaAt(Position position) {
            return position.longitude() < 104.01 ? Optional.of(new AreaCode("99010100100101")) : Optional.empty();
        }

        @Override
        public boolean isInCity(Position position) {
            return Math.abs(position.longitude() - 104) < 1;
        }
    }

    private static VideoSource.Listed listed(
            CameraId id, String name, @Nullable Double longitude, @Nullable Boolean online) {
        return new VideoSource.Listed(
                id, name, List.of("市容", "东区"), longitude, longitude == null ? null : 30.003, online, TURNS);
    }

    private void read(VideoSource.Listed... all) {
        source.listed = List.of(all);
        hall.later(EVERY);
    }

    private Camera camera(CameraId id) {
        Row row = hall.rows.find(Kinds.CAMERA, id.value()).orElseThrow();
        return Json.mapper().readValue(row.content(), Camera.class);
    }

    private Device device(CameraId id) {
        return Optional.ofNullable(camera(id).device()).orElseThrow();
    }

    private long cameras() {
        return written.stream()
                .filter(e -> e.change().kind().equals(Kinds.CAMERA))
                .count();
    }

    @Test
    void whatIsNewStandsWhereItSaysOrForItsDistrictUntilSomebodySaysWhere() {
        hall.desk.write(
                Origin.PLATFORM,
                List.of(Change.fact(
                        Kinds.AREA,
                        "990102",
                        "{\"code\":\"990102\",\"name\":\"东区\",\"level\":\"district\","
                                + "\"centre\":{\"longitude\":104.015,\"latitude\":30.005}}",
                        Scope.OPEN)));
        read(listed(FIRST, "路口", 104.003, true), listed(SECOND, "", null, null));
        assertThat(camera(FIRST).name()).isEqualTo("路口");
        assertThat(device(FIRST).placed()).isTrue();
        assertThat(device(FIRST).area()).isEqualTo(new AreaCode("99010100100101"));
        assertThat(device(FIRST).groups()).containsExactly("市容", "东区");
        assertThat(device(FIRST).can(Device.PTZ)).isTrue();
        assertThat(camera(FIRST).state().online()).isTrue();
        assertThat(camera(FIRST).streams()).extracting(s -> s.url()).containsOnly("");
        assertThat(camera(SECOND).name()).isEqualTo(SECOND.value());
        assertThat(device(SECOND).placed()).isFalse();
        assertThat(device(SECOND).area()).isEqualTo(new AreaCode("990102"));
        assertThat(camera(SECOND).position()).isEqualTo(new Position(104.015, 30.005));
        assertThat(camera(SECOND).state().reason()).isEqualTo("no-status");
        assertThat(camera(SECOND).state().online())
                .as("nothing said is not online")
                .isFalse();
        assertThat(camera(SECOND).state().offline()).as("nor offline").isFalse();
        assertThat(camera(SECOND).state().worthTrying()).isTrue();
        read(listed(FIRST, "路口", 104.003, true), listed(SECOND, "", 104.02, null));
        assertThat(device(SECOND).placed()).isTrue();
        read(listed(FIRST, "路口", 104.003, true), listed(SECOND, "", 104.5, null));
        assertThat(camera(SECOND).position().longitude())
                .as("a place once known stays")
                .isEqualTo(104.02);
    }

    @Test
    void onlyWhatDiffersIsWrittenAndOnce() {
        read(listed(FIRST, "一", 104.003, true), listed(SECOND, "二", 999.0, true));
        assertThat(cameras()).isEqualTo(2);
        assertThat(device(SECOND).placed()).as("outside of the city").isFalse();
        read(listed(FIRST, "一", 104.003, true), listed(SECOND, "二", 999.0, true));
        assertThat(cameras()).isEqualTo(2);
        read(listed(FIRST, "一", 104.003, false), listed(SECOND, "二", 999.0, true));
        assertThat(cameras()).isEqualTo(3);
        CameraState state = camera(FIRST).state();
        assertThat(state.code() + " " + state.reason()).isEqualTo("offline source");
        assertThat(state.since()).isEqualTo(hall.clock.instant());
        read(listed(FIRST, "新名", 104.003, false), listed(SECOND, "二", 999.0, true), listed(FIRST, "again", null, true));
        assertThat(camera(FIRST).name()).as("listed twice, the first counts").isEqualTo("新名");
        assertThat(cameras()).isEqualTo(4);
    }

    @Test
    void whatIsListedNoLongerIsOfflineAndNotForgotten() {
        read(listed(FIRST, "一", null, true), listed(SECOND, "二", null, true));
        read(listed(FIRST, "一", null, true));
        assertThat(camera(SECOND).state().reason()).isEqualTo("not-listed");
        assertThat(camera(SECOND).state().online()).isFalse();
        read();
        assertThat(camera(FIRST).state().online())
                .as("a source that lists nothing has lost its list")
                .isTrue();
        read(listed(FIRST, "一", null, true), listed(SECOND, "二", null, true));
        assertThat(camera(SECOND).state().code()).isEqualTo("online");
        assertThat(camera(SECOND).state().reason()).isEmpty();
    }

    @Test
    void whatASourceSaysNothingOfIsUnknownUntilSomebodyLooksOrTheSourceSpeaks() {
        Camera old = new Camera(
                FIRST,
                "旧",
                MIDDLE,
                new Camera.View(0, 0, "fixed"),
                List.of(),
                new CameraState(false, false, CameraState.OFFLINE, "no-status", null),
                new Device("132", null, List.of(), false, List.of(), "gb", List.of(), List.of()));
        hall.desk.write(Origin.PLATFORM, List.of(SmallHall.fact(Kinds.CAMERA, FIRST.value(), old)));
        read(listed(FIRST, "一", null, null), listed(SECOND, "二", null, true));
        assertThat(camera(FIRST).state().code())
                .as("an older platform called it offline")
                .isEqualTo("unknown");
        read(listed(FIRST, "一", null, null), listed(SECOND, "二", null, null));
        assertThat(camera(SECOND).state().code()).as("its last word holds").isEqualTo("online");
        read(listed(SECOND, "二", null, null));
        assertThat(camera(FIRST).state().offline()).isTrue();
        read(listed(FIRST, "一", null, null), listed(SECOND, "二", null, null));
        assertThat(camera(FIRST).state().code()).as("there again").isEqualTo("unknown");
        read(listed(FIRST, "一", null, false), listed(SECOND, "二", null, true));
        assertThat(camera(FIRST).state().reason()).isEqualTo("source");
    }

    @Test
    void whatCanBeDoneWithACameraIsAddedAndNeverTakenAway() {
        read(new VideoSource.Listed(FIRST, "一", List.of(), null, null, true, Set.of(Device.SPEAKER, Device.PLAYBACK)));
        assertThat(device(FIRST).abilities()).containsExactly("playback", "speaker");
        long before = cameras();
        read(new VideoSource.Listed(FIRST, "一", List.of(), null, null, true, Set.of()));
        assertThat(device(FIRST).can(Device.SPEAKER))
                .as("the city may have said so")
                .isTrue();
        assertThat(cameras()).isEqualTo(before);
    }

    @Test
    void bodyCamerasVehiclesAndDronesAreWhereTheirSourceSays() {
        CameraId worn = new CameraId("99010100001380000001");
        CameraId drone = new CameraId("drone-1");
        read(on(worn, 104.003), on(drone, 104.004));
        long before = cameras();
        read(on(worn, 104.02), on(drone, 104.03));
        assertThat(camera(worn).position().longitude()).isEqualTo(104.02);
        assertThat(device(worn).area())
                .as("and in the area it is in now, where there is one")
                .isEqualTo(new AreaCode("99010100100101"));
        assertThat(camera(drone).position().longitude()).isEqualTo(104.03);
        assertThat(cameras()).isEqualTo(before + 2);
        read(on(worn, 104.02005), on(drone, 999));
        assertThat(cameras()).as("it wavers by five metres, or does not know").isEqualTo(before + 2);
        read(on(worn, 104.003), on(drone, 104.03));
        assertThat(camera(worn).position().longitude()).isEqualTo(104.003);
    }

    private static VideoSource.Listed on(CameraId id, double longitude) {
        Set<String> abilities = id.value().startsWith("drone") ? Set.of(Device.MOVES) : Set.of();
        return new VideoSource.Listed(id, "", List.of(), longitude, 30.003, true, abilities);
    }

    @Test
    void camerasOfOthersAreLeftAlone() {
        Camera own = new Camera(
                FIRST, "自有", MIDDLE, new Camera.View(0, 60, "ball"), List.of(), new CameraState(true, false));
        hall.desk.write(Origin.PLATFORM, List.of(SmallHall.fact(Kinds.CAMERA, FIRST.value(), own)));
        read(listed(FIRST, "他人", 104.003, false), listed(SECOND, "二", null, true));
        assertThat(camera(FIRST)).isEqualTo(own);
        assertThat(camera(SECOND).name()).isEqualTo("二");
    }

    @Test
    void whatPlayersSawIsOnlyUndoneByANewWord() {
        read(listed(FIRST, "一", null, true));
        Camera dark =
                camera(FIRST).with(camera(FIRST).state().seen(CameraState.OFFLINE, "no-picture", hall.clock.instant()));
        hall.desk.write(Origin.PLATFORM, List.of(SmallHall.fact(Kinds.CAMERA, FIRST.value(), dark)));
        read(listed(FIRST, "一", null, true));
        assertThat(camera(FIRST).state().reason()).isEqualTo("no-picture");
        read(listed(FIRST, "一", null, false));
        read(listed(FIRST, "一", null, true));
        assertThat(camera(FIRST).state().online()).isTrue();
    }

    @Test
    void aSilentSourceKeepsNobodyWaitingAndChangesNothing() {
        stuck = true;
        hall.later(EVERY);
        hall.later(EVERY);
        assertThat(waiting).as("each once at a time").hasSize(2);
        stuck = false;
        source.listed = List.of(listed(FIRST, "一", null, true));
        waiting.getLast().run();
        hall.tick();
        assertThat(camera(FIRST).name()).isEqualTo("一");
        long before = cameras();
        source.fault = "silent";
        hall.later(EVERY);
        assertThat(cameras()).isEqualTo(before);
        source.fault = null;
        read(listed(FIRST, "二", null, true));
        assertThat(camera(FIRST).name()).isEqualTo("二");
    }
}
