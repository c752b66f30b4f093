package org.yiping.domain.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a catalogue changes against the one before it, class by class in the order of their codes: what somebody reads
/// before letting it come into force. Stateless; any thread.
public final class CatalogueChanges {
    private CatalogueChanges() {}

    /// One difference; `before` and `after` are empty where there was or will be nothing.
    public record Change(Kind kind, ClassCode code, String about, String before, String after) {}

    public enum Kind {
        CLASS_ADDED,
        CLASS_REMOVED,
        CLASS_RENAMED,
        CRITERION_ADDED,
        CRITERION_REMOVED,
        LIMIT_CHANGED,
        CLOSING_CHANGED
    }

    public static List<Change> between(Catalogue before, Catalogue after) {
        List<Change> changes = new ArrayList<>();
        for (CaseClass now : after.classes()) {
            CaseClass was = before.byCode().get(now.code());
            if (was == null) {
                changes.add(new Change(Kind.CLASS_ADDED, now.code(), now.name(), "", now.name()));
            } else if (!was.equals(now)) {
                compare(was, now, changes);
            }
        }
        for (CaseClass was : before.classes()) {
            if (!after.byCode().containsKey(was.code())) {
                changes.add(new Change(Kind.CLASS_REMOVED, was.code(), was.name(), was.name(), ""));
            }
        }
        return changes;
    }

    private static void compare(CaseClass was, CaseClass now, List<Change> changes) {
        if (!was.name().equals(now.name()) || !was.major().equals(now.major())) {
            changes.add(new Change(
                    Kind.CLASS_RENAMED,
                    now.code(),
                    now.name(),
                    was.major() + " " + was.name(),
                    now.major() + " " + now.name()));
        }
        Map<String, Criterion> left = byCondition(was);
        for (Criterion k : now.criteria()) {
            Criterion old = left.remove(k.condition());
            if (old == null) {
                changes.add(new Change(Kind.CRITERION_ADDED, now.code(), k.condition(), "", written(k.limit())));
                continue;
            }
            if (!old.limit().equals(k.limit())) {
                changes.add(new Change(
                        Kind.LIMIT_CHANGED, now.code(), k.condition(), written(old.limit()), written(k.limit())));
            }
            if (!old.closing().equals(k.closing())) {
                changes.add(new Change(Kind.CLOSING_CHANGED, now.code(), k.condition(), old.closing(), k.closing()));
            }
        }
        left.values()
                .forEach(k -> changes.add(
                        new Change(Kind.CRITERION_REMOVED, now.code(), k.condition(), written(k.limit()), "")));
    }

    /// By their words, because numbers are given anew where rows come and go.
    private static Map<String, Criterion> byCondition(CaseClass c) {
        Map<String, Criterion> map = new LinkedHashMap<>();
        c.criteria().forEach(k -> map.putIfAbsent(k.condition(), k));
        return map;
    }

    private static String written(Limit limit) {
        return limit.value() + " " + limit.unit();
    }
}
