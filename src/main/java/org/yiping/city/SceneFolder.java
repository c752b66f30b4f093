package org.yiping.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallSharing;
import org.yiping.protocol.wall.Reading;
import org.yiping.protocol.wall.RulesFile;
import org.yiping.protocol.wall.SceneFault;
import org.yiping.protocol.wall.SceneFile;
import org.yiping.protocol.wall.ShippedScenes;

/// A city's `scenes/` folder: a file a scene, and `wall.yaml` for what the wall does by itself.
///
/// What is refused or cannot be read never takes anything off the wall: what stood there before stays, the rights too.
/// So it does where the folder is gone or empty: an empty one of a city that never had any means the shipped scenes,
/// one that was emptied means nothing. Whoever takes scenes off leaves another file in it.
/// Stateless; any thread; reads the disk.
public final class SceneFolder {
    private static final String ENDING = ".yaml";
    /// More scenes nobody can tell apart.
    private static final int MOST = 100;

    private SceneFolder() {}

    /// What the city's wall has now, and which files were refused.
    public record Read(WallBook book, List<SceneFault> faults) {
        public Read {
            faults = List.copyOf(faults);
        }
    }

    /// `before` is what was in force. A scene that reads differently needs a new version, so that "version 3" says
    /// what stood there.
    public static Read read(Path city, WallBook before) {
        Path folder = city.resolve("scenes");
        if (!Files.isDirectory(folder)) {
            // also a share that is not mounted, or a folder above that may not be entered
            return before.equals(WallBook.NONE) && Files.notExists(folder)
                    ? new Read(WallBook.NONE, List.of())
                    : unread(
                            before,
                            "there is none. The city's scenes and rules stay as they were last read. Mount or put it back; or,"
                                    + " where only the shipped scenes are wanted, make it with one file in it: wall.yaml"
                                    + " with 'version: \"1\"', 'standard: overview' and '...'");
        }
        List<SceneFault> faults = new ArrayList<>();
        Map<SceneId, WallScene> scenes = new LinkedHashMap<>();
        List<Path> files;
        try {
            files = files(folder, faults);
        } catch (IOException | UncheckedIOException e) {
            return unread(before, "it cannot be read: " + e.getMessage());
        }
        if (files.isEmpty() && Files.notExists(folder.resolve(RulesFile.NAME)) && had(before)) {
            return emptied(before);
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            Reading<WallScene> read = read(file, text -> SceneFile.scene(name, text));
            WallScene scene = read.content();
            SceneFault fault = scene == null ? read.fault() : changed(name, scene, before);
            if (fault != null) {
                faults.add(fault);
                scene = former(name, before);
            }
            if (scene != null) {
                scenes.put(scene.id(), scene);
            }
        }
        WallRules rules = rules(folder, scenes.keySet(), before.rules(), faults);
        return new Read(new WallBook(rules, List.copyOf(scenes.values()), List.of()), faults);
    }

    private static boolean had(WallBook before) {
        return !before.scenes().isEmpty() || !before.rules().equals(WallRules.SHIPPED);
    }

    /// An empty folder is no word of anybody's: it is what a failed copy and a wrong mount leave behind as well.
    private static Read emptied(WallBook before) {
        return unread(
                before,
                "it is empty, and it was not before. The city's scenes and rules stay as they were last read. Put the"
                        + " files back; or, where only the shipped scenes are wanted, leave one file in it:"
                        + " wall.yaml with 'version: \"1\"', 'standard: overview' and '...'");
    }

    private static Read unread(WallBook before, String reason) {
        List<SceneFault> faults = new ArrayList<>();
        faults.add(new SceneFault("scenes/", 1, "the folder of the wall's scenes: " + reason));
        WallRules rules = before.equals(WallBook.NONE) ? closed(faults) : before.rules();
        return new Read(new WallBook(rules, before.scenes(), before.free()), faults);
    }

    /// Rules of which nothing was ever read may lay rights down: until somebody can read them, nobody has any.
    private static WallRules closed(List<SceneFault> faults) {
        faults.add(new SceneFault(RulesFile.NAME, 1, "until it can be read no post may send to the wall"));
        return WallRules.SHIPPED.sharing(WallSharing.NOBODY);
    }

    private static WallRules rules(Path folder, Set<SceneId> own, WallRules before, List<SceneFault> faults) {
        Path file = folder.resolve(RulesFile.NAME);
        if (Files.notExists(file)) {
            return WallRules.SHIPPED;
        }
        Set<SceneId> known =
                ShippedScenes.book().scenes().stream().map(WallScene::id).collect(Collectors.toSet());
        known.addAll(own);
        Reading<WallRules> read = read(file, text -> RulesFile.rules(text, known));
        WallRules rules = read.content();
        if (rules != null && rules.version().equals(before.version()) && !rules.equals(before)) {
            faults.add(changed(RulesFile.NAME, rules.version()));
            return before;
        }
        if (rules != null) {
            return rules;
        }
        SceneFault fault = read.fault();
        if (fault != null) {
            faults.add(fault);
        }
        return before.equals(WallRules.SHIPPED) ? closed(faults) : before;
    }

    private static @Nullable SceneFault changed(String file, WallScene scene, WallBook before) {
        WallScene former = before.find(scene.id()).orElse(null);
        return former == null || !former.version().equals(scene.version()) || former.equals(scene)
                ? null
                : changed(file, scene.version());
    }

    private static SceneFault changed(String file, String version) {
        return new SceneFault(file, 1, "the file has changed and needs another version than " + version);
    }

    private static @Nullable WallScene former(String file, WallBook before) {
        String name = file.substring(0, file.length() - ENDING.length());
        return before.scenes().stream()
                .filter(s -> s.id().value().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static List<Path> files(Path folder, List<SceneFault> faults) throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> all = files.filter(f -> {
                        String name = f.getFileName().toString();
                        return name.endsWith(ENDING) && !name.equals(RulesFile.NAME);
                    })
                    .sorted()
                    .toList();
            if (all.size() > MOST) {
                faults.add(new SceneFault("scenes", 1, "there are more than " + MOST + " scenes"));
            }
            return all.subList(0, Math.min(MOST, all.size()));
        }
    }

    private static <T> Reading<T> read(Path file, Function<String, Reading<T>> read) {
        String name = file.getFileName().toString();
        try {
            return read.apply(Files.readString(file));
        } catch (MalformedInputException _) {
            return Reading.refused(new SceneFault(name, 1, "this is no text in UTF-8"));
        } catch (IOException e) {
            return Reading.refused(new SceneFault(name, 1, "the file cannot be read: " + e.getMessage()));
        }
    }
}
