package org.yiping.console.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.yiping.console.map.style.StyleReader;
import org.yiping.console.map.style.StyleSheet;

/// The styles the product comes with: one for the desk, one for the wall, both in either theme. Any thread.
public final class ShippedStyles {
    private ShippedStyles() {}

    /// Read when first asked for, once.
    private static final class Desk {
        static final StyleSheet SHEET = read("style-desk.json");
    }

    private static final class Wall {
        static final StyleSheet SHEET = read("style-wall.json");
    }

    public static StyleSheet of(Generalisation generalisation) {
        return switch (generalisation) {
            case DESK -> Desk.SHEET;
            case WALL -> Wall.SHEET;
        };
    }

    private static StyleSheet read(String name) {
        return switch (StyleReader.text(name, text(name), Palette.tokens())) {
            case StyleReader.Reading.Read read -> read.sheet();
            case StyleReader.Reading.Faulty faulty -> throw new IllegalStateException(String.valueOf(faulty.fault()));
        };
    }

    private static String text(String name) {
        try (InputStream in = ShippedStyles.class.getResourceAsStream("/org/yiping/map/" + name)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
