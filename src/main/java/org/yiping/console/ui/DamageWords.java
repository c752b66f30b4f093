package org.yiping.console.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.Damage;

/// What this computer's disk could not give back, in one line for the status line. Any thread.
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
                .forEach((kind, rows) -> words.add(messages.get("status.damaged-some", name(kind, messages), rows)));
        return messages.get("status.damaged", words.stream().distinct().collect(Collectors.joining(" · ")));
    }

    private static String name(String kind, Messages messages) {
        return switch (kind) {
            case "case" -> messages.get("status.damaged-case");
            case "camera" -> messages.get("status.damaged-camera");
            case "area" -> messages.get("status.damaged-area");
            case "department" -> messages.get("status.damaged-department");
            case Damage.COMPONENTS -> messages.get("status.damaged-component");
            case Damage.LAYERS -> messages.get("status.damaged-layer");
            case "person" -> messages.get("status.damaged-person");
            case "scene" -> messages.get("status.damaged-scene");
            case "wall" -> messages.get("status.damaged-wall");
            default -> messages.get("status.damaged-other");
        };
    }
}
