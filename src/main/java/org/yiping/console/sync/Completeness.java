package org.yiping.console.sync;

import java.lang.reflect.Method;
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

    private record Part(Method accessor, boolean optional) {}

    boolean holds(Object value) {
        return switch (value) {
            case Id _ -> true; // its constructor has checked it
            case Record row ->
                parts.computeIfAbsent(row.getClass(), Completeness::parts).stream()
                        .allMatch(part -> holds(row, part));
            case List<?> list -> list.stream().allMatch(this::holds);
            default -> true;
        };
    }

    private boolean holds(Record row, Part part) {
        try {
            Object value = part.accessor().invoke(row);
            return value == null ? part.optional() : holds(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's accessor", e);
        }
    }

    private static List<Part> parts(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(c -> !c.getType().isPrimitive())
                .map(Completeness::part)
                .toList();
    }

    private static Part part(RecordComponent component) {
        return new Part(component.getAccessor(), component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }
}
