package org.yiping.console.ui.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.Damage;

/// What this computer's disk could not give back, in one line for the status strip. Any thread.
final class DamageWords {
    private DamageWords() {}

    /// Empty where nothing is lacking. Kinds a hall does not speak of are one word together.
    static String of(Damage damage, Messages messages) {
        if (damage.none()) {
            return "";
        }
        List<String> words = new ArrayList<>();
        damage.lost().forEach(kind -> words.add(name(kind, messages)));
        damage.unread()
                .forEach((kind, rows) -> words.add(messages.get("wall.damaged-some", name(kind, messages), rows)));
        return messages.get("wall.damaged", words.stream().distinct().collect(Collectors.joining(" · ")));
    }

    private static String name(String kind, Messages messages) {
        return switch (kind) {
            case "case" -> messages.get("wall.damaged-case");
            case "camera" -> messages.get("wall.damaged-camera");
            case "area" -> messages.get("wall.damaged-area");
            case "department" -> messages.get("wall.damaged-department");
            case "person" -> messages.get("wall.damaged-person");
            case "scene" -> messages.get("wall.damaged-scene");
            case "wall" -> messages.get("wall.damaged-wall");
            default -> messages.get("wall.damaged-other");
        };
    }
}
