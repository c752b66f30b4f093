package org.yiping.console.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.yiping.console.settings.Theme;

/// Dresses windows: theme and scale of every scene it was given, changed together.
///
/// JavaFX thread only. Scenes are held weakly, a closed window is forgotten. Popups inherit from their owner's scene.
/// The scale is one number: the base size in a generated sheet; every length in the style files is in em of it.
/// Icon fonts are the exception (their em is their own size), so their three sizes stand in that sheet too.
public final class Themes {
    private static final double BASE_PX = 13;
    private static final int LEAST_PERCENT = 100;
    private static final int MOST_PERCENT = 200;

    /// What a scene wears now; rasterisers repaint when it changes.
    public record Look(Theme theme, int scalePercent) {
        /// Pixels at this scale of a length given for 100 %.
        public double px(double at100) {
            return at100 * scalePercent / 100;
        }
    }

    private final Set<Scene> scenes = Collections.newSetFromMap(new WeakHashMap<>());
    private final String components = components();
    private final ReadOnlyObjectWrapper<Look> look;
    private @Nullable Look dressed;
    private String sheet = "";

    public Themes(Theme theme, int scalePercent) {
        look = new ReadOnlyObjectWrapper<>(new Look(theme, clamp(scalePercent)));
    }

    /// Dresses this scene now and at every later change.
    public void apply(Scene scene) {
        scenes.add(scene);
        dress(scene, look.get());
    }

    public void use(Theme theme) {
        change(new Look(theme, look.get().scalePercent()));
    }

    /// 100 … 200; anything else is brought to the nearer end.
    public void scale(int percent) {
        change(new Look(look.get().theme(), clamp(percent)));
    }

    public ReadOnlyObjectProperty<Look> look() {
        return look.getReadOnlyProperty();
    }

    /// The colours of the theme of now, for rasterisers.
    public Map<String, Integer> colours() {
        return Tokens.parse(look.get().theme());
    }

    private void change(Look next) {
        if (!next.equals(look.get())) {
            look.set(next);
            scenes.forEach(scene -> dress(scene, next));
        }
    }

    private static Color ground(Theme theme) {
        int argb = Objects.requireNonNull(Tokens.parse(theme).get("canvas"));
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    }

    private void dress(Scene scene, Look wanted) {
        // For the whole application and not for the scene: popups take only the former.
        Application.setUserAgentStylesheet(
                switch (wanted.theme()) {
                    case HALL -> new PrimerDark().getUserAgentStylesheet();
                    case OFFICE -> new PrimerLight().getUserAgentStylesheet();
                });
        if (!wanted.equals(dressed)) {
            dressed = wanted;
            sheet = inline(Tokens.text(Tokens.resource(wanted.theme())) + components + scale(wanted));
        }
        scene.getStylesheets().setAll(sheet);
        // The window is cleared with it anyway, for whatever is new in it: a ground of the root would be painted over
        // that once more under every picture.
        scene.setFill(ground(wanted.theme()));
    }

    /// One sheet and not twenty: JavaFX goes through all of a scene's sheets for every node it dresses.
    private static String inline(String css) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    static String scale(Look wanted) {
        return String.format(
                Locale.ROOT,
                ".root{-fx-font-size:%.2fpx;}.ikonli-font-icon{-fx-icon-size:%.1fpx;}"
                        + ".ikonli-font-icon.icon-row{-fx-icon-size:%.1fpx;}"
                        + ".ikonli-font-icon.icon-tag{-fx-icon-size:%.1fpx;}"
                        + ".ikonli-font-icon.icon-large{-fx-icon-size:%.1fpx;}",
                wanted.px(BASE_PX),
                wanted.px(16),
                wanted.px(14),
                wanted.px(12),
                wanted.px(24));
    }

    /// One component file a line in `css/sheets.list`; a new feature adds its line.
    private static String components() {
        return Tokens.text("/org/yiping/css/sheets.list")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> Tokens.text("/org/yiping/css/" + line + ".css"))
                .collect(Collectors.joining("\n"));
    }

    private static int clamp(int percent) {
        return Math.clamp(percent, LEAST_PERCENT, MOST_PERCENT);
    }
}
