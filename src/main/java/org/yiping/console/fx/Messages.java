package org.yiping.console.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// Every visible word of the console, in Chinese (default) or English.
///
/// [#get] may be called from any thread; the language is switched on the JavaFX thread.
/// `{0}` … `{9}` are replaced by the arguments; whole numbers get thin spaces between thousands (1 284 903).
/// Not `MessageFormat`: its apostrophes and its locale-dependent grouping are traps in short labels.
/// Not `ResourceBundle`: it would fall back to the machine's language before it falls back to ours.
public final class Messages {
    private static final String CHINESE = "/org/yiping/i18n/messages.properties";
    private static final String ENGLISH = "/org/yiping/i18n/messages_en.properties";

    private final Properties chinese;
    private final Properties english;
    private final ReadOnlyObjectWrapper<Locale> locale;
    private volatile Properties current;

    public Messages(Locale first) {
        this(first, UnaryOperator.identity());
    }

    /// Every pattern reworded as it is read: layouts are tried with words half as long again.
    public Messages(Locale first, UnaryOperator<String> wording) {
        chinese = load(CHINESE, wording);
        english = load(ENGLISH, wording);
        locale = new ReadOnlyObjectWrapper<>(first);
        current = wordsOf(first);
    }

    /// The words of the key. An unknown key shows itself in brackets: ugly on screen, but nothing breaks.
    public String get(String key, Object... args) {
        String pattern = current.getProperty(key);
        if (pattern == null) {
            return "⟦" + key + "⟧";
        }
        return args.length == 0 ? pattern : filled(pattern, args);
    }

    /// The words of the key in the language that is not on screen: what is looked for by its other name.
    public String inOtherLanguage(String key, Object... args) {
        String pattern = (locale.get().getLanguage().equals("en") ? chinese : english).getProperty(key, "");
        return args.length == 0 ? pattern : filled(pattern, args);
    }

    /// The same, following the language.
    public ObservableValue<String> text(String key, Object... args) {
        return locale.map(_ -> get(key, args));
    }

    public ReadOnlyObjectProperty<Locale> locale() {
        return locale.getReadOnlyProperty();
    }

    public void use(Locale next) {
        current = wordsOf(next);
        locale.set(next);
    }

    private Properties wordsOf(Locale wanted) {
        return wanted.getLanguage().equals("en") ? english : chinese;
    }

    private static String filled(String pattern, Object[] args) {
        StringBuilder words = new StringBuilder(pattern.length() + 16);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}') {
                int n = pattern.charAt(i + 1) - '0';
                if (n >= 0 && n < args.length) {
                    words.append(shown(args[n]));
                    i += 2;
                    continue;
                }
            }
            words.append(c);
        }
        return words.toString();
    }

    private static String shown(Object arg) {
        return switch (arg) {
            case Long n -> Numbers.whole(n);
            case Integer n -> Numbers.whole(n);
            default -> String.valueOf(arg);
        };
    }

    private static Properties load(String resource, UnaryOperator<String> wording) {
        try (InputStream in = Messages.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + resource);
            }
            Properties words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            words.replaceAll((_, pattern) -> wording.apply((String) pattern));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
