package org.yiping.domain.component;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.CityPlane;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;

/// A component table as bytes and back: its columns as they stand in memory, so that reading one is copying. Whoever
/// keeps the bytes sees to it that they are whole; `read` refuses what cannot be a table with an
/// `IllegalArgumentException` or a `BufferUnderflowException`. Stateless; any thread.
public final class ComponentBytes {
    private static final byte NUMBERED = 1;
    private static final byte SPELLED = 2;

    private ComponentBytes() {}

    /// Everything but the revision.
    public static byte[] of(ComponentTable table) {
        Writing out = new Writing();
        Position origin = table.plane().origin();
        out.room(2 * Double.BYTES).putDouble(origin.longitude()).putDouble(origin.latitude());
        out.kinds(table.kinds());
        out.words(table.words().ends());
        out.texts(table.words().fronts());
        out.texts(table.words().areas());
        out.number(table.parts().size());
        for (ComponentTable.Part part : table.parts()) {
            out.text(part.major());
            out.floats(part.xs());
            out.floats(part.ys());
        }
        ComponentTable.Columns columns = table.columns();
        out.packed(columns.kind());
        out.packed(columns.front());
        out.packed(columns.area());
        out.packed(columns.byId());
        out.texts(columns.ids());
        out.far(table.far());
        return out.done();
    }

    /// The table in the rest of a buffer.
    public static ComponentTable read(long revision, ByteBuffer bytes) {
        Reading in = new Reading(bytes.slice().order(ByteOrder.LITTLE_ENDIAN));
        CityPlane plane = CityPlane.around(new Position(in.from.getDouble(), in.from.getDouble()));
        ComponentTable.Words words = new ComponentTable.Words(in.kinds(), in.words(), in.texts(), in.texts());
        List<ComponentTable.Part> parts = new ArrayList<>();
        int rows = 0;
        for (int n = in.count(1); n > 0; n--) {
            ComponentTable.Part part = new ComponentTable.Part(in.text(), rows, in.floats(), in.floats());
            check(part.xs().length == part.ys().length);
            parts.add(part);
            rows += part.size();
        }
        PackedInts kind = in.packed();
        PackedInts front = in.packed();
        PackedInts area = in.packed();
        PackedInts byId = in.packed();
        PackedTexts ids = in.texts();
        ComponentTable.Far far = in.far();
        check(kind.size() == rows && front.size() == rows && area.size() == rows);
        check(byId.size() == rows && ids.size() == rows && !in.from.hasRemaining());
        return new ComponentTable(
                revision, plane, words, new ComponentTable.Columns(kind, front, area, ids, byId), parts, far);
    }

    private static void check(boolean right) {
        if (!right) {
            throw new IllegalArgumentException("no component table");
        }
    }

    private static final class Writing {
        private ByteBuffer to = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

        ByteBuffer room(int bytes) {
            if (to.remaining() < bytes) {
                int wanted = Math.addExact(to.position(), bytes);
                to = ByteBuffer.allocate(Math.max(wanted, wanted + Math.min(wanted, 1 << 26)))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(to.flip());
            }
            return to;
        }

        void number(int value) {
            room(Integer.BYTES).putInt(value);
        }

        void bytes(byte[] bytes) {
            number(bytes.length);
            room(bytes.length).put(bytes);
        }

        void text(@Nullable String text) {
            bytes(text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8));
        }

        void words(List<String> texts) {
            number(texts.size());
            texts.forEach(this::text);
        }

        void kinds(List<ComponentTable.Kind> kinds) {
            number(kinds.size());
            for (ComponentTable.Kind kind : kinds) {
                text(kind.classCode().value());
                text(kind.owner() == null ? null : kind.owner().value());
                text(kind.holder() == null ? null : kind.holder().value());
                text(kind.authority() == null ? null : kind.authority().value());
            }
        }

        void floats(float[] values) {
            number(values.length);
            ByteBuffer room = room(values.length * Float.BYTES);
            room.asFloatBuffer().put(values);
            room.position(room.position() + values.length * Float.BYTES);
        }

        void packed(PackedInts column) {
            number(column.size());
            number(column.width());
            bytes(column.bytes());
        }

        void texts(PackedTexts texts) {
            switch (texts) {
                case PackedTexts.Numbered(List<PackedTexts.Stem> stems, PackedInts stem, PackedInts number) -> {
                    number(NUMBERED);
                    number(stems.size());
                    for (PackedTexts.Stem s : stems) {
                        text(s.text());
                        number(s.digits());
                    }
                    packed(stem);
                    packed(number);
                }
                case PackedTexts.Spelled(byte[] text, int[] ends) -> {
                    number(SPELLED);
                    bytes(text);
                    numbers(ends);
                }
            }
        }

        void far(ComponentTable.Far far) {
            numbers(far.rows());
            for (double degree : far.degrees()) {
                room(Double.BYTES).putDouble(degree);
            }
        }

        private void numbers(int[] values) {
            number(values.length);
            for (int value : values) {
                number(value);
            }
        }

        byte[] done() {
            byte[] bytes = new byte[to.flip().remaining()];
            to.get(bytes);
            return bytes;
        }
    }

    private record Reading(ByteBuffer from) {
        /// How many of at least so many bytes each follow: never more than there is.
        int count(int bytes) {
            int count = from.getInt();
            check(count >= 0 && count <= from.remaining() / bytes);
            return count;
        }

        byte[] bytes() {
            byte[] bytes = new byte[count(1)];
            from.get(bytes);
            return bytes;
        }

        String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        List<String> words() {
            int count = count(Integer.BYTES);
            List<String> texts = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                texts.add(text());
            }
            return texts;
        }

        List<ComponentTable.Kind> kinds() {
            List<ComponentTable.Kind> kinds = new ArrayList<>();
            for (int n = count(4 * Integer.BYTES); n > 0; n--) {
                kinds.add(new ComponentTable.Kind(new ClassCode(text()), department(), department(), department()));
            }
            return kinds;
        }

        private @Nullable DepartmentId department() {
            String id = text();
            return id.isEmpty() ? null : new DepartmentId(id);
        }

        float[] floats() {
            float[] values = new float[count(Float.BYTES)];
            from.asFloatBuffer().get(values);
            from.position(from.position() + values.length * Float.BYTES);
            return values;
        }

        PackedInts packed() {
            int size = from.getInt();
            int width = from.getInt();
            return new PackedInts(bytes(), width, size);
        }

        PackedTexts texts() {
            return switch (from.getInt()) {
                case NUMBERED -> {
                    List<PackedTexts.Stem> stems = new ArrayList<>();
                    for (int n = count(2 * Integer.BYTES); n > 0; n--) {
                        stems.add(new PackedTexts.Stem(text(), from.getInt()));
                    }
                    yield new PackedTexts.Numbered(stems, packed(), packed());
                }
                case SPELLED -> new PackedTexts.Spelled(bytes(), numbers());
                default -> throw new IllegalArgumentException("texts of no known form");
            };
        }

        ComponentTable.Far far() {
            int[] rows = numbers();
            double[] degrees = new double[2 * rows.length];
            for (int i = 0; i < degrees.length; i++) {
                degrees[i] = from.getDouble();
            }
            return new ComponentTable.Far(rows, degrees);
        }

        private int[] numbers() {
            int[] values = new int[count(Integer.BYTES)];
            for (int i = 0; i < values.length; i++) {
                values[i] = from.getInt();
            }
            return values;
        }
    }
}
