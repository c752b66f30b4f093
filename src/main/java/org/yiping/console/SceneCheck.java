package org.yiping.console;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Tokens;
import org.yiping.console.settings.Theme;
import org.yiping.console.ui.wall.edit.FindingWords;
import org.yiping.domain.wall.Finding;
import org.yiping.domain.wall.Legibility;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;
import org.yiping.protocol.wall.Reading;
import org.yiping.protocol.wall.RulesFile;
import org.yiping.protocol.wall.SceneFault;
import org.yiping.protocol.wall.SceneFile;
import org.yiping.protocol.wall.ShippedScenes;

/// `./yiping scene check FOLDER`: reads a city's scenes as its platform would and looks through them as the scene
/// editor
/// does, against the room of its `wall.yaml`. No window, no platform. One thread.
final class SceneCheck {
    static final String USAGE = "scene check FOLDER [--language zh|en]   (FOLDER: a city's folder with scenes/ in it)";

    private final PrintStream out;
    private final Messages messages;
    private final FindingWords words;
    private boolean wrong;

    SceneCheck(PrintStream out, Locale language) {
        this.out = out;
        messages = new Messages(language);
        words = new FindingWords(messages);
    }

    /// 0: everything can be read; 1: something is refused or cannot be read from its seats; 2: not asked rightly.
    static int run(List<String> arguments, PrintStream out) {
        int language = arguments.indexOf("--language");
        boolean right = arguments.size() >= 2
                && arguments.getFirst().equals("check")
                && (language < 0 ? arguments.size() == 2 : language == 2 && arguments.size() == 4);
        if (!right) {
            out.println(USAGE);
            return 2;
        }
        Locale locale = Locale.of(language < 0 ? "en" : arguments.get(3));
        return new SceneCheck(out, locale).folder(Path.of(arguments.get(1)));
    }

    private int folder(Path city) {
        Path folder = city.resolve("scenes");
        List<WallScene> scenes = new ArrayList<>();
        Set<SceneId> known = new HashSet<>();
        ShippedScenes.book().scenes().forEach(s -> known.add(s.id()));
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(SceneCheck::isScene).sorted().toList()) {
                WallScene scene = read(file, text -> SceneFile.scene(name(file), text));
                if (scene != null) {
                    scenes.add(scene);
                    known.add(scene.id());
                }
            }
        } catch (IOException e) {
            out.println(messages.get("scene.check.no-folder", folder));
            return 2;
        }
        Path own = folder.resolve(RulesFile.NAME);
        WallRules rules = Files.exists(own) ? read(own, text -> RulesFile.rules(text, known)) : WallRules.SHIPPED;
        Legibility linter = new Legibility(rules == null ? WallRules.SHIPPED : rules, Tokens.parse(Theme.HALL));
        linter.room().forEach(f -> say(f, RulesFile.NAME));
        scenes.forEach(scene -> look(linter, scene));
        out.println(messages.get(wrong ? "scene.check.wrong" : "scene.check.right", scenes.size()));
        return wrong ? 1 : 0;
    }

    private void look(Legibility linter, WallScene scene) {
        for (Finding f : linter.findings(scene)) {
            WallScene.Grid wall = scene.layouts().get(f.layout()).monitors();
            String layout = messages.get("scene.layout-of", wall.columns(), wall.rows());
            say(f, messages.get("scene.find.at", name(scene), layout));
        }
    }

    private void say(Finding f, String where) {
        String weight = messages.get(f.grave() ? "scene.find.grave" : "scene.find.slight");
        out.println(messages.get("scene.check.line", where, weight, words.of(f)));
        wrong |= f.grave();
    }

    private static String name(WallScene scene) {
        return scene.id().value() + ".yaml";
    }

    private <T> @Nullable T read(Path file, Function<String, Reading<T>> reading) {
        Reading<T> read;
        try {
            read = reading.apply(Files.readString(file));
        } catch (MalformedInputException _) {
            read = Reading.refused(new SceneFault(name(file), 1, "this is no text in UTF-8"));
        } catch (IOException e) {
            read = Reading.refused(new SceneFault(name(file), 1, "the file cannot be read: " + e.getMessage()));
        }
        if (read.fault() != null) {
            out.println(read.fault());
            wrong = true;
        }
        return read.content();
    }

    private static boolean isScene(Path file) {
        return name(file).endsWith(".yaml") && !name(file).equals(RulesFile.NAME);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
