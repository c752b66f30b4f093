package org.yiping.console.settings;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the [Preferences] in one properties file.
///
/// Any thread, one writer at a time. A save writes a neighbour file, forces it to disk and moves it over the old one:
/// after a crash at any moment the old or the new choices are there, never half of them. Choices are comfort, not
/// data: a file that cannot be read yields the defaults, value by value, and a log line.
public final class PreferencesFile {
    private static final Logger LOG = LoggerFactory.getLogger(PreferencesFile.class);
    private static final String SPLIT = "split.";
    private static final String CHOICE = "choice.";

    private final Path file;

    public PreferencesFile(Path file) {
        this.file = file;
    }

    public Preferences load() {
        Properties read = new Properties();
        try {
            read.load(new StringReader(Files.readString(file)));
        } catch (NoSuchFileException _) {
            return Preferences.DEFAULT;
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("Preferences could not be read, defaults are used", e);
            return Preferences.DEFAULT;
        }
        return parsed(read);
    }

    public synchronized void save(Preferences preferences) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (FileChannel out = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(written(preferences).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String written(Preferences preferences) throws IOException {
        Properties out = new Properties();
        out.setProperty("theme", preferences.theme().name());
        out.setProperty("scale", Integer.toString(preferences.scalePercent()));
        out.setProperty("language", preferences.language().name());
        out.setProperty("reduceMotion", Boolean.toString(preferences.reduceMotion()));
        preferences.splits().forEach((name, share) -> out.setProperty(SPLIT + name, Double.toString(share)));
        preferences.choices().forEach((name, value) -> out.setProperty(CHOICE + name, value));
        StringWriter text = new StringWriter();
        out.store(text, null);
        return text.toString();
    }

    private static Preferences parsed(Properties read) {
        Map<String, Double> splits = new HashMap<>();
        Map<String, String> choices = new HashMap<>();
        for (String name : read.stringPropertyNames()) {
            if (name.startsWith(SPLIT)) {
                double share = number(read.getProperty(name), -1);
                if (share >= 0 && share <= 1) {
                    splits.put(name.substring(SPLIT.length()), share);
                }
            } else if (name.startsWith(CHOICE)) {
                choices.put(name.substring(CHOICE.length()), read.getProperty(name));
            }
        }
        Preferences plain = Preferences.DEFAULT;
        return new Preferences(
                constant(Theme.class, read.getProperty("theme", ""), plain.theme()),
                (int) number(read.getProperty("scale", ""), plain.scalePercent()),
                constant(Language.class, read.getProperty("language", ""), plain.language()),
                Boolean.parseBoolean(read.getProperty("reduceMotion", "")),
                splits,
                choices);
    }

    private static double number(String text, double otherwise) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, E otherwise) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            return otherwise;
        }
    }
}
