package org.yiping.console.ui.camera;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.CityFacts;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.video.VideoRules;

/// Has the tiles say who looks at them and when, as the city's rules want it (明水印). FX thread; the letters are drawn
/// by a worker.
///
/// To the minute: a mark that changed each second would have every tile of a hall drawn anew each second, and no
/// photograph of a screen is known by its second. Until the new words are drawn the old ones stay.
final class TileMarks {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private final Desk desk;
    private final Hall hall;
    private String asked = "";
    private @Nullable Image stamp;
    private boolean everywhere;

    TileMarks(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
    }

    /// Once a second, and whenever there are other tiles.
    void tick(List<CameraTile> tiles) {
        VideoRules.Watermark rule = desk.city()
                .map(CityFacts::rules)
                .flatMap(r -> Optional.ofNullable(r.video().watermark()))
                .filter(w -> !w.where().equals(VideoRules.Watermark.OFF))
                .orElse(null);
        String words = rule == null ? "" : words(rule, hall.now());
        boolean all = rule != null && rule.where().equals(VideoRules.Watermark.TILED);
        if (!words.equals(asked) || all != everywhere) {
            asked = words;
            everywhere = all;
            if (words.isEmpty()) {
                stamp = null;
            } else {
                draw(words, all, tiles);
            }
        }
        tiles.forEach(t -> t.mark(stamp, everywhere));
    }

    private void draw(String words, boolean all, List<CameraTile> tiles) {
        hall.background()
                .run(
                        () -> Watermark.stamp(words, all),
                        made -> {
                            if (words.equals(asked) && all == everywhere) {
                                stamp = made;
                                tiles.forEach(t -> t.mark(made, all));
                            }
                        },
                        _ -> {});
    }

    private String words(VideoRules.Watermark rule, Instant now) {
        ZoneId zone = desk.city().map(CityFacts::zone).orElse(ZoneOffset.UTC);
        return rule.says().stream()
                .map(what -> switch (what) {
                    case VideoRules.Watermark.PERSON ->
                        desk.me()
                                .map(m ->
                                        m.name().isBlank() ? m.actor().person().value() : m.name())
                                .orElse("");
                    case VideoRules.Watermark.SEAT ->
                        desk.me()
                                .map(m -> hall.messages()
                                        .get(
                                                "camera.mark-seat",
                                                m.actor().seat().value()))
                                .orElse("");
                    case VideoRules.Watermark.TIME -> MINUTE.format(now.atZone(zone));
                    default -> ""; // of a newer platform
                })
                .filter(w -> !w.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
