package org.yiping.server.http;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks that a record read from JSON has every part its declaration promises: Jackson leaves a missing part null,
/// whatever the null annotations say. Stateless; any thread.
final class Complete {
    private static final ClassValue<Part[]> PARTS = new ClassValue<>() {
        @Override
        protected Part[] computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Part[] parts = new Part[components.length];
            for (int i = 0; i < parts.length; i++) {
                RecordComponent c = components[i];
                c.getAccessor().setAccessible(true);
                parts[i] = new Part(c, c.getAnnotatedType().isAnnotationPresent(Nullable.class));
            }
            return parts;
        }
    };

    private record Part(RecordComponent component, boolean nullable) {}

    private Complete() {}

    /// Throws a fault with the JSON pointer of the first part that is missing.
    static void check(Record value, String pointer) {
        for (Part part : PARTS.get(value.getClass())) {
            String here = pointer + "/" + part.component().getName();
            Object content = content(part.component(), value);
            if (content == null) {
                if (!part.nullable()) {
                    throw Fault.at("BOD-4001", here, "missing");
                }
            } else if (content instanceof Record inner) {
                check(inner, here);
            } else if (content instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    if (list.get(i) instanceof Record inner) {
                        check(inner, here + "/" + i);
                    }
                }
            }
        }
    }

    private static @Nullable Object content(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
