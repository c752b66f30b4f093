package org.yiping.console.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A key with what is held down with it, as a person presses it and as it is kept: `Ctrl+K`, `F5`, `D`. Immutable; any
/// thread.
///
/// Ctrl is the platform's shortcut key. The number pad's digits are digits: the hand does not care which it finds.
public record Key(KeyCode code, boolean ctrl, boolean alt, boolean shift) {
    private static final Map<KeyCode, String> CAPS = Map.ofEntries(
            Map.entry(KeyCode.ENTER, "↵"),
            Map.entry(KeyCode.ESCAPE, "Esc"),
            Map.entry(KeyCode.PAGE_UP, "PgUp"),
            Map.entry(KeyCode.PAGE_DOWN, "PgDn"),
            Map.entry(KeyCode.UP, "↑"),
            Map.entry(KeyCode.DOWN, "↓"),
            Map.entry(KeyCode.LEFT, "←"),
            Map.entry(KeyCode.RIGHT, "→"),
            Map.entry(KeyCode.EQUALS, "="),
            Map.entry(KeyCode.MINUS, "-"),
            Map.entry(KeyCode.SPACE, "Space"));

    public static Key of(KeyCode code) {
        return new Key(code, false, false, false);
    }

    public static Key ctrl(KeyCode code) {
        return new Key(code, true, false, false);
    }

    public static Key alt(KeyCode code) {
        return new Key(code, false, true, false);
    }

    public static Key of(KeyEvent event) {
        return new Key(digit(event.getCode()), event.isShortcutDown(), event.isAltDown(), event.isShiftDown());
    }

    /// As it is printed on a button (`Ctrl ↵`) or kept in a file (`Ctrl+Enter`); absent where it is no key.
    public static Optional<Key> parse(String text) {
        List<String> parts = Arrays.stream(text.strip().split("[+ ]+"))
                .filter(p -> !p.isEmpty())
                .toList();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        List<String> held = parts.subList(0, parts.size() - 1).stream()
                .map(p -> p.toLowerCase(Locale.ROOT))
                .toList();
        if (!List.of("ctrl", "alt", "shift").containsAll(held)) {
            return Optional.empty();
        }
        return code(parts.getLast())
                .map(c -> new Key(c, held.contains("ctrl"), held.contains("alt"), held.contains("shift")));
    }

    /// As it stands on a button.
    public String cap() {
        return join(" ", CAPS.getOrDefault(code, code.getName()));
    }

    /// As it is kept in a file.
    public String kept() {
        return join("+", code.name());
    }

    /// Whether a text field could mean it as writing or as moving about in what is written.
    public boolean writes() {
        return !ctrl && !alt && !code.isFunctionKey() && code != KeyCode.ESCAPE;
    }

    /// Whether a key that is held down with others is pressed, and nothing yet with it.
    public boolean incomplete() {
        return code.isModifierKey() || code == KeyCode.UNDEFINED;
    }

    private String join(String between, String last) {
        return List.of(ctrl ? "Ctrl" : "", alt ? "Alt" : "", shift ? "Shift" : "", last).stream()
                .filter(p -> !p.isEmpty())
                .collect(Collectors.joining(between));
    }

    private static Optional<KeyCode> code(String word) {
        for (Map.Entry<KeyCode, String> cap : CAPS.entrySet()) {
            if (cap.getValue().equals(word)) {
                return Optional.of(cap.getKey());
            }
        }
        return Arrays.stream(KeyCode.values())
                .filter(c -> !c.isModifierKey())
                .filter(c -> c.name().equalsIgnoreCase(word) || c.getName().equalsIgnoreCase(word))
                .findFirst()
                .map(Key::digit);
    }

    private static KeyCode digit(KeyCode code) {
        return switch (code) {
            case NUMPAD0, NUMPAD1, NUMPAD2, NUMPAD3, NUMPAD4, NUMPAD5, NUMPAD6, NUMPAD7, NUMPAD8, NUMPAD9 ->
                KeyCode.valueOf(code.name().replace("NUMPAD", "DIGIT"));
            default -> code;
        };
    }
}
