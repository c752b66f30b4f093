package org.yiping.simulator.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.city.SceneFolder;
import org.yiping.console.fx.Tokens;
import org.yiping.console.settings.Theme;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.wall.Finding;
import org.yiping.domain.wall.Legibility;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;
import org.yiping.protocol.wall.ShippedScenes;

/// What the wall of the generated city does by itself.
class DemoWallTest {
    private static final SceneId OVERVIEW = new SceneId("overview");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MINUTES = 7 * 24 * 60;

    @TempDir
    private Path city;

    private SceneFolder.Read read;
    private WallRules rules;

    @BeforeEach
    void generate() throws IOException {
        new CityGenerator(7).write(city);
        read = SceneFolder.read(city, WallBook.NONE);
        rules = read.book().rules();
    }

    @Test
    void itsFileIsReadAndNamesScenesThereAre() {
        assertThat(read.faults()).isEmpty();
        assertThat(rules).isNotEqualTo(WallRules.SHIPPED);
        WallBook book = read.book().over(ShippedScenes.book());
        assertThat(Stream.concat(
                        Stream.of(rules.standard(), rules.onAlarm(), rules.onOpenDay()),
                        rules.schedule().stream().flatMap(d -> d.scenes().stream())))
                .allMatch(scene -> book.find(Objects.requireNonNull(scene)).isPresent());
        assertThat(new Legibility(rules, Tokens.parse(Theme.HALL)).room()).noneMatch(Finding::grave);
    }

    @Test
    void theOverviewStandsMostOfTheWeekAndTheOthersHaveTheirTime() {
        List<LocalDate> free = List.of(LocalDate.of(2026, 11, 28), LocalDate.of(2026, 11, 29));
        Instant monday = LocalDate.of(2026, 11, 23).atStartOfDay(ZONE).toInstant();
        Map<SceneId, Integer> due = new HashMap<>();
        for (int minute = 0; minute < MINUTES; minute++) {
            due.merge(rules.due(monday.plusSeconds(60L * minute), ZONE, free), 1, Integer::sum);
        }
        assertThat(due.keySet()).containsExactlyInAnyOrder(OVERVIEW, new SceneId("cameras"), new SceneId("kpi"));
        assertThat(due.get(OVERVIEW)).isGreaterThan(MINUTES * 3 / 4);
        assertThat(rules.light(monday, ZONE)).isNotEqualTo(WallRules.Light.DAY);
        assertThat(rules.light(monday.plusSeconds(12 * 3600), ZONE)).isEqualTo(WallRules.Light.DAY);
    }

    @Test
    void whoMaySendAndWhichAlarmsTakeATileIsLaidDown() {
        WallOrder whole = order(Region.WHOLE);
        assertThat(rules.sharing().allows(new PostCode("dispatcher"), whole)).isTrue();
        assertThat(rules.sharing().allows(new PostCode("acceptor"), whole)).isFalse();
        Region right = new Region(new WallScene.Grid(3, 2), new WallScene.Span(3, 2, 1, 1));
        assertThat(rules.sharing().allows(new PostCode("acceptor"), order(right)))
                .isTrue();
        assertThat(rules.sharing().alarms()).hasSize(1);
    }

    private static WallOrder order(Region region) {
        return new WallOrder(region, null, null, "", null, false);
    }
}
