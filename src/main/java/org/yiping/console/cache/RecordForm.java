package org.yiping.console.cache;

// long because every kind of component is a few lines here and no class of its own

import java.io.IOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.Added;
import org.yiping.domain.Id;
import org.yiping.protocol.Moments;

// long because every kind of component is written and read side by side

/// How rows of one record type stand in the cache: component after component in binary, without names. A console reads
/// twenty thousand cases before its first operator can click; as JSON that was a fifth of its start.
///
/// Each body begins with its type's `shape`. Rows from before the components that are marked as `Added`
/// are read without them, for a console that was brought up to date has nothing else where it has no
/// link; rows of any other shape are not understood and asked for anew. Components are strings,
/// primitives, ids, instants, enums, records, lists and maps of them; an absent one must be
/// `@Nullable`. Immutable; any thread.
public final class RecordForm<T> {
    private static final int SHAPE_BYTES = Integer.BYTES;

    private final Class<T> type;
    private final Part whole;
    private final int shape;
    private final Part former;
    private final int formerShape;

    private RecordForm(Class<T> type, Words words, Words formerWords) {
        this.type = type;
        whole = record(type, words);
        shape = words.hash();
        former = record(type, formerWords);
        formerShape = formerWords.hash();
    }

    /// Throws IllegalArgumentException for a type with a component of no known kind.
    public static <T> RecordForm<T> of(Class<T> type) {
        return new RecordForm<>(type, new Words(false), new Words(true));
    }

    public byte[] write(T row) {
        Bytes out = new Bytes(new byte[512]);
        out.putInt(shape);
        whole.write(row, out);
        return out.written();
    }

    /// Throws IOException where the body is damaged or of another shape.
    public T read(byte[] body) throws IOException {
        Bytes in = new Bytes(body);
        try {
            int said = body.length < SHAPE_BYTES ? 0 : in.getInt();
            if (body.length < SHAPE_BYTES || (said != shape && said != formerShape)) {
                throw new IOException("a row of another shape");
            }
            return type.cast((said == shape ? whole : former).read(in));
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new IOException("a damaged row", e);
        }
    }

    /// What a shape is told by. `former`: without what was added since.
    private record Words(StringBuilder text, boolean former) {
        Words(boolean former) {
            this(new StringBuilder(), former);
        }

        Words append(String word) {
            text.append(word);
            return this;
        }

        int hash() {
            return text.toString().hashCode();
        }
    }

    /// One kind of component.
    private interface Part {
        void write(Object value, Bytes out);

        Object read(Bytes in);
    }

    private record Simple<V>(java.util.function.BiConsumer<V, Bytes> writer, Function<Bytes, V> reader)
            implements Part {
        @Override
        @SuppressWarnings("unchecked") // only reached with values of its component's type
        public void write(Object value, Bytes out) {
            writer.accept((V) value, out);
        }

        @Override
        public Object read(Bytes in) {
            return java.util.Objects.requireNonNull(reader.apply(in));
        }
    }

    /// `absent`: in no row of this shape.
    private record Field(Method accessor, boolean optional, boolean absent, Part part) {}

    private record Composite(Constructor<?> constructor, List<Field> fields) implements Part {
        @Override
        public void write(Object value, Bytes out) {
            for (Field field : fields) {
                Object component = invoke(field.accessor(), value);
                if (field.optional()) {
                    out.putByte(component == null ? 0 : 1);
                    if (component == null) {
                        continue;
                    }
                } else if (component == null) {
                    throw new IllegalArgumentException(field.accessor() + " is null");
                }
                field.part().write(component, out);
            }
        }

        @Override
        public Object read(Bytes in) {
            @Nullable Object[] values = new @Nullable Object[fields.size()];
            for (int i = 0; i < values.length; i++) {
                Field field = fields.get(i);
                values[i] = field.absent() || (field.optional() && in.getByte() == 0)
                        ? null
                        : field.part().read(in);
            }
            return make(constructor, values);
        }
    }

    /// Ids, words and constants that repeat by the ten thousand (states, classes, departments) are kept once.
    private static final class Shared implements Part {
        private static final int MOST = 2000;

        private final Map<String, Object> known = new ConcurrentHashMap<>();
        private final Function<String, Object> maker;

        Shared(Function<String, Object> maker) {
            this.maker = maker;
        }

        @Override
        public void write(Object value, Bytes out) {
            out.putText(value instanceof Id id ? id.value() : value.toString());
        }

        @Override
        public Object read(Bytes in) {
            String text = in.getText();
            Object before = known.get(text);
            if (before != null) {
                return before;
            }
            Object made = maker.apply(text);
            if (known.size() < MOST) {
                known.put(text, made);
            }
            return made;
        }
    }

    /// A record within a record, which often says the same as one read shortly before (by which rule a clock runs,
    /// which posts a case has not passed yet): those become one object. A kind that hardly ever repeats is left
    /// alone soon. Races only cost a second object.
    private static final class Within implements Part {
        private static final int KEPT = 1 << 10;
        private static final int TRIED = 4 * KEPT;

        private final Part whole;
        private final @Nullable Object[] lately = new Object[KEPT];
        private int reads;
        private int met;

        Within(Part whole) {
            this.whole = whole;
        }

        @Override
        public void write(Object value, Bytes out) {
            whole.write(value, out);
        }

        @Override
        public Object read(Bytes in) {
            Object read = whole.read(in);
            if (reads >= TRIED && met < reads / 8) {
                return read;
            }
            reads++;
            int at = (read.hashCode() * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(KEPT) + 1);
            Object before = lately[at];
            if (before != null && read.equals(before)) {
                met++;
                return before;
            }
            lately[at] = read;
            return read;
        }
    }

    private record Many(Part item) implements Part {
        @Override
        public void write(Object value, Bytes out) {
            List<?> list = (List<?>) value;
            out.putCount(list.size());
            for (Object each : list) {
                item.write(each, out);
            }
        }

        @Override
        public Object read(Bytes in) {
            int count = in.getSize();
            if (count == 0) {
                return List.of();
            }
            List<Object> list = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                list.add(item.read(in));
            }
            return list;
        }
    }

    private record Table(Part key, Part value) implements Part {
        @Override
        public void write(Object map, Bytes out) {
            out.putCount(((Map<?, ?>) map).size());
            ((Map<?, ?>) map).forEach((k, v) -> {
                key.write(k, out);
                value.write(v, out);
            });
        }

        @Override
        public Object read(Bytes in) {
            int count = in.getSize();
            Map<Object, Object> map = HashMap.newHashMap(count);
            for (int i = 0; i < count; i++) {
                map.put(key.read(in), value.read(in));
            }
            return map;
        }
    }

    private static Part record(Class<?> type, Words words) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(type + " is no record");
        }
        words.append(type.getName()).append("(");
        List<Field> fields = new ArrayList<>(components.length);
        for (RecordComponent c : components) {
            boolean optional = c.getAnnotatedType().isAnnotationPresent(Nullable.class);
            boolean absent = words.former() && c.isAnnotationPresent(Added.class);
            Words told = absent ? new Words(true) : words;
            told.append(c.getName()).append(optional ? "?" : ":");
            fields.add(new Field(c.getAccessor(), optional, absent, part(c.getAnnotatedType(), told)));
        }
        words.append(")");
        return new Composite(canonical(type, components), List.copyOf(fields));
    }

    private static Part part(AnnotatedType annotated, Words words) {
        Type type = annotated.getType();
        if (annotated instanceof AnnotatedParameterizedType generic
                && type instanceof ParameterizedType parameterized
                && parameterized.getRawType() instanceof Class<?> raw) {
            AnnotatedType[] of = generic.getAnnotatedActualTypeArguments();
            words.append(raw.getName()).append("<");
            Part made = List.class == raw
                    ? new Many(part(of[0], words))
                    : Map.class == raw ? new Table(part(of[0], words), part(of[1], words)) : unknown(type);
            words.append(">");
            return made;
        }
        return type instanceof Class<?> plain ? plain(plain, words) : unknown(type);
    }

    private static Part plain(Class<?> type, Words words) {
        if (type.isRecord() && !Id.class.isAssignableFrom(type)) {
            return new Within(record(type, words));
        }
        words.append(type.getName()).append(";");
        if (Id.class.isAssignableFrom(type) && type.isRecord()) {
            Constructor<?> constructor = canonical(type, type.getRecordComponents());
            return new Shared(text -> make(constructor, text));
        }
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            words.append(Arrays.toString(constants));
            return new Shared(name -> Arrays.stream(constants)
                    .filter(c -> c.toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(name)));
        }
        return switch (type.getName()) {
            case "java.lang.String" -> new Shared(text -> text);
            case "int", "java.lang.Integer" -> new Simple<Integer>((v, out) -> out.putInt(v), Bytes::getInt);
            case "long", "java.lang.Long" -> new Simple<Long>((v, out) -> out.putLong(v), Bytes::getLong);
            case "double", "java.lang.Double" ->
                new Simple<Double>(
                        (v, out) -> out.putLong(Double.doubleToRawLongBits(v)),
                        in -> Double.longBitsToDouble(in.getLong()));
            case "boolean", "java.lang.Boolean" ->
                new Simple<Boolean>((v, out) -> out.putByte(v ? 1 : 0), in -> in.getByte() != 0);
            case "java.time.Instant" ->
                new Simple<Instant>(
                        (v, out) -> {
                            out.putLong(v.getEpochSecond());
                            out.putInt(v.getNano());
                        },
                        in -> Moments.of(in.getLong(), in.getInt()));
            case "java.time.Duration" ->
                new Simple<Duration>(
                        (v, out) -> {
                            out.putLong(v.getSeconds());
                            out.putInt(v.getNano());
                        },
                        in -> Duration.ofSeconds(in.getLong(), in.getInt()));
            case "java.time.LocalTime" ->
                new Simple<LocalTime>(
                        (v, out) -> out.putLong(v.toNanoOfDay()), in -> LocalTime.ofNanoOfDay(in.getLong()));
            case "java.time.LocalDate" ->
                new Simple<LocalDate>(
                        (v, out) -> out.putLong(v.toEpochDay()), in -> LocalDate.ofEpochDay(in.getLong()));
            default -> unknown(type);
        };
    }

    private static Part unknown(Type type) {
        throw new IllegalArgumentException("no way to keep a " + type);
    }

    private static Constructor<?> canonical(Class<?> type, RecordComponent[] components) {
        try {
            return type.getConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " is not public", e);
        }
    }

    private static Object make(Constructor<?> constructor, @Nullable Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("not a " + constructor.getDeclaringClass(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's constructor", e);
        }
    }

    private static @Nullable Object invoke(Method accessor, Object row) {
        try {
            return accessor.invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's accessor", e);
        }
    }
}
