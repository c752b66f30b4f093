package org.yiping.domain.component;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiping.domain.catalogue.ClassCode;

/// How the names of a class end: most say a street and then what the thing is (小天西街行道树), so a name is kept as what
/// comes before, which all classes of a street share. Of a hundred street lamps' names that makes one. One thread.
final class NameEnds {
    /// Before what is a whole name, whatever the class's names end with.
    private static final char WHOLE = '\0';

    private final Map<ClassCode, Set<String>> names = new HashMap<>();

    void add(ClassCode classCode, String name) {
        names.computeIfAbsent(classCode, _ -> new HashSet<>()).add(name);
    }

    /// With what three of four of a class's names end.
    String end(ClassCode classCode) {
        Collection<String> left = names.getOrDefault(classCode, Set.of());
        int all = left.size();
        String end = "";
        while (true) {
            Map<String, Integer> longer = new HashMap<>();
            for (String name : left) {
                int from = name.length() - end.length() - 1;
                if (from >= 0) {
                    longer.merge(name.substring(from), 1, Integer::sum);
                }
            }
            String most = longer.entrySet().stream()
                    .filter(e -> 4L * e.getValue() >= 3L * all)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
            if (most == null) {
                // half a character would be no text
                return !end.isEmpty() && Character.isLowSurrogate(end.charAt(0)) ? end.substring(1) : end;
            }
            end = most;
            left = left.stream().filter(name -> name.endsWith(most)).toList();
        }
    }

    /// What is kept of a name.
    static String front(String name, String end) {
        return name.endsWith(end) && (name.isEmpty() || name.charAt(0) != WHOLE)
                ? name.substring(0, name.length() - end.length())
                : WHOLE + name;
    }

    static String name(String front, String end) {
        return !front.isEmpty() && front.charAt(0) == WHOLE ? front.substring(1) : front.concat(end);
    }

    /// The end of each kind's names.
    List<String> ends(List<ComponentTable.Kind> kinds) {
        Map<ClassCode, String> ends = new HashMap<>();
        return kinds.stream()
                .map(k -> ends.computeIfAbsent(k.classCode(), this::end))
                .toList();
    }
}
