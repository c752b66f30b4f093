package org.yiping.console.cache;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.Id;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.component.Component;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;

/// Managed components. Stateless.
final class ComponentCodec implements RowCodec<Component> {
    @Override
    public byte type() {
        return 'D'; // C had no holder and no authority
    }

    @Override
    public void write(Component row, DataOutput out) throws IOException {
        Strings.write(row.id().value(), out);
        Strings.write(row.classCode().value(), out);
        Strings.write(row.name(), out);
        FeatureCodec.writePosition(row.position(), out);
        Strings.write(value(row.area()), out);
        Strings.write(value(row.owner()), out);
        Strings.write(value(row.holder()), out);
        Strings.write(value(row.authority()), out);
    }

    @Override
    public Component read(DataInput in, Strings strings) throws IOException {
        ComponentId id = new ComponentId(strings.read(in));
        ClassCode classCode = new ClassCode(strings.shared(in));
        String name = strings.shared(in);
        Position position = FeatureCodec.readPosition(in);
        @Nullable String area = strings.readOrNull(in);
        return new Component(
                id,
                classCode,
                name,
                position,
                area == null ? null : new AreaCode(area),
                department(in, strings),
                department(in, strings),
                department(in, strings));
    }

    private static @Nullable DepartmentId department(DataInput in, Strings strings) throws IOException {
        @Nullable String id = strings.readOrNull(in);
        return id == null ? null : new DepartmentId(id);
    }

    private static @Nullable String value(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
