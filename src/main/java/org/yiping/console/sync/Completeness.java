package org.yiping.console.sync;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.Id;

/// Whether a decoded row has everything its records demand: the codec leaves a missing field null, and a
/// null where no `@Nullable` stands would fail later, in the middle of a window. Any thread.
///
/// It reads the annotations that NullAway holds the code to, because a second list of the same would not
/// stay true.
final class Completeness {
    private final Map<Class<?>, List<Part>> parts = new ConcurrentHashMap<>();

    /// `deep`: its value may hold nulls itself.
    private record Part(Method accessor, boolean optional, boolean deep) {}

    boolean holds(Object value) {
        return switch (value) {
            case Id _ -> true; // its constructor has checked it
            case Record row -> row(row);
            case List<?> list -> list(list);
            default -> true;
        };
    }

    // Loops: this runs for every row of a starting console, before anything is compiled.
    private boolean row(Record row) {
        try {
            for (Part part : parts.computeIfAbsent(row.getClass(), Completeness::parts)) {
                Object value = part.accessor().invoke(row);
                if (value == null ? !part.optional() : part.deep() && !holds(value)) {
                    return false;
                }
            }
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's accessor", e);
        }
    }

    private boolean list(List<?> list) {
        for (Object value : list) {
            if (!holds(value)) {
                return false;
            }
        }
        return true;
    }

    private static List<Part> parts(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(c -> !c.getType().isPrimitive())
                .map(Completeness::part)
                .toList();
    }

    private static Part part(RecordComponent component) {
        Class<?> type = component.getType();
        return new Part(
                component.getAccessor(),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                type.isRecord() ? !Id.class.isAssignableFrom(type) : !Modifier.isFinal(type.getModifiers()));
    }
}
