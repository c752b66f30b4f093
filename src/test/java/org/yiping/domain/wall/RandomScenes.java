package org.yiping.domain.wall;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.PostCode;

/// Scenes and rules a city could have written, from a seed. One thread.
public final class RandomScenes {
    private static final String LETTERS = "ab 甲乙:#'\"\\-{}[]&*!|>%@,\t\u0085\u2028😀，！";

    private final Random random;

    public RandomScenes(Random random) {
        this.random = random;
    }

    public WallScene scene() {
        return new WallScene(
                new SceneId("s" + random.nextInt(100)),
                Integer.toString(1 + random.nextInt(40)),
                new WallScene.Title(words(), words()),
                Stream.generate(this::layout).limit(1 + random.nextInt(3)).toList());
    }

    public WallScene.Layout layout() {
        WallScene.Grid grid = new WallScene.Grid(1 + random.nextInt(6), 1 + random.nextInt(5));
        WallScene.Grid monitors = new WallScene.Grid(1 + random.nextInt(6), 1 + random.nextInt(3));
        List<WallScene.Tile> tiles = new ArrayList<>();
        for (int tries = 0; tries < 30 || tiles.isEmpty(); tries++) {
            WallScene.Tile tile = tile(grid);
            tiles.add(tile);
            if (WallScene.fault(new WallScene.Layout(monitors, grid, tiles), tiles.size() - 1)
                    .isPresent()) {
                tiles.removeLast();
            }
        }
        return new WallScene.Layout(monitors, grid, tiles);
    }

    private WallScene.Tile tile(WallScene.Grid grid) {
        int column = 1 + random.nextInt(grid.columns());
        int row = 1 + random.nextInt(grid.rows());
        WallScene.Span at = new WallScene.Span(
                column,
                row,
                1 + random.nextInt(grid.columns() - column + 1),
                1 + random.nextInt(grid.rows() - row + 1));
        boolean turns = random.nextInt(4) == 0;
        return new WallScene.Tile(
                at,
                Stream.generate(this::shown)
                        .limit(turns ? 1 + random.nextInt(3) : 1)
                        .toList(),
                turns ? Duration.ofSeconds(5 + random.nextInt(86_000)) : Duration.ZERO,
                random.nextInt(101));
    }

    private WallScene.Shown shown() {
        PanelKind kind = PanelKind.values()[random.nextInt(PanelKind.values().length)];
        Map<String, String> options = new HashMap<>();
        for (String option : kind.options()) {
            if (random.nextBoolean()) {
                options.put(option, option(option));
            }
        }
        switch (kind) {
            case FIGURE -> options.put("of", option("of"));
            case URGENT -> options.put("number", option("number"));
            case CASE -> options.put("part", option("part"));
            case TITLE -> options.put("zh", option("zh"));
            case MAP,
                    FIGURES,
                    CAMERAS,
                    ALARMS,
                    CLOCK,
                    PATTERN,
                    RANKING,
                    MIX,
                    WEEK_HEAT,
                    DURATIONS,
                    TREND,
                    FORECAST,
                    PLACES -> {}
        }
        return new WallScene.Shown(kind, options);
    }

    private String option(String name) {
        return switch (name) {
            case "cases" -> Integer.toString(random.nextInt(5));
            case "number", "side" -> Integer.toString(1 + random.nextInt(4));
            case "every" -> Integer.toString(5 + random.nextInt(3000));
            case "legend", "near" -> random.nextBoolean() ? "yes" : "no";
            case "by" -> List.of("area", "department", "source", "class").get(random.nextInt(4));
            case "period" ->
                List.of("day", "week", "month", "year", "24h", "7d").get(random.nextInt(6));
            case "part" -> List.of("head", "clock", "flow", "whole").get(random.nextInt(4));
            case "cameras" ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> "C" + i + (char) ('a' + random.nextInt(26)))
                        .collect(Collectors.joining(","));
            case "view" -> new MapView(new Position(104.0 + random.nextInt(9), 30.5), 2000, 1000).word();
            default -> words();
        };
    }

    private String words() {
        int[] letters = LETTERS.codePoints().toArray();
        return "x"
                + random.ints(random.nextInt(12), 0, letters.length)
                        .mapToObj(i -> Character.toString(letters[i]))
                        .collect(Collectors.joining())
                + "y";
    }

    /// `scenes` are those there are.
    public WallRules rules(List<SceneId> scenes) {
        return new WallRules(
                Integer.toString(random.nextInt(50)),
                pick(scenes),
                random.nextBoolean() ? pick(scenes) : null,
                random.nextBoolean() ? pick(scenes) : null,
                Stream.generate(() -> due(scenes)).limit(random.nextInt(4)).toList(),
                random.nextBoolean()
                        ? new WallRules.Night(time(), time(), 30 + random.nextInt(71), 20 + random.nextInt(81))
                        : null,
                new WallRules.Shift(random.nextInt(17), Duration.ofSeconds(60 + random.nextInt(8000))),
                room(),
                random.nextBoolean() ? WallSharing.OPEN : sharing(),
                random.nextBoolean() ? WallRules.USUAL_HAND : Duration.ofSeconds(60 + random.nextInt(8000)));
    }

    private WallSharing sharing() {
        Region region = new Region(new WallScene.Grid(3, 2), new WallScene.Span(2, 1, 2, 1));
        WallSharing.Right right = new WallSharing.Right(
                List.of(new PostCode("dispatcher"), new PostCode("leader")),
                random.nextBoolean() ? Region.WHOLE : region);
        WallSharing.AlarmTile alarm = new WallSharing.AlarmTile(
                List.of(Alarm.Kind.values()[random.nextInt(Alarm.Kind.values().length)]),
                random.nextBoolean() ? List.of() : List.of(new ClassCode("E-01"), new ClassCode("C-02")),
                region,
                shown(),
                Duration.ofSeconds(30 + random.nextInt(4000)));
        return new WallSharing(
                random.nextBoolean() ? List.of() : List.of(right), random.nextBoolean() ? List.of() : List.of(alarm));
    }

    private WallRules.Due due(List<SceneId> scenes) {
        List<SceneId> some =
                Stream.generate(() -> pick(scenes)).limit(1 + random.nextInt(3)).toList();
        return new WallRules.Due(
                some,
                Arrays.stream(DayOfWeek.values())
                        .filter(_ -> random.nextInt(3) == 0)
                        .toList(),
                WallRules.Days.values()[random.nextInt(3)],
                time(),
                time(),
                some.size() > 1 || random.nextBoolean()
                        ? Duration.ofSeconds(10 + random.nextInt(80_000))
                        : Duration.ZERO);
    }

    private WallRules.Room room() {
        WallRules.Survey survey = new WallRules.Survey(
                random.nextBoolean() ? new WallScene.Grid(1 + random.nextInt(6), 1 + random.nextInt(4)) : null,
                random.nextBoolean() ? new WallRules.Pixels(3840, 2160) : null,
                random.nextBoolean() ? (5 + random.nextInt(200)) / 10.0 : null,
                random.nextBoolean()
                        ? new WallRules.Decoding(
                                random.nextInt(64), words(), random.nextBoolean() ? 1 + random.nextInt(64) : null)
                        : null);
        return new WallRules.Room(
                (10 + random.nextInt(500)) / 10.0,
                (2000 + random.nextInt(30_000)) / 10_000.0,
                random.nextInt(200) / 10.0,
                survey.equals(WallRules.Survey.NONE) ? null : survey);
    }

    private LocalTime time() {
        return LocalTime.of(random.nextInt(24), random.nextInt(60));
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
