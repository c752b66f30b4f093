package org.yiping.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.Id;
import org.yiping.domain.geo.Shape;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.KeyDeserializers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// The JSON codec of the wire: ids as strings, instants as RFC 3339 in UTC, absent fields left out, unknown fields
/// ignored, a missing primitive refused. Limits on depth and size keep a hostile body from costing more than it brings.
/// The mapper is immutable; any thread.
public final class Json {
    /// Depth no honest body reaches.
    public static final int MAX_DEPTH = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(1_000_000)
                            .build())
                    .build())
            .addModule(ids())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    private static SimpleModule ids() {
        SimpleModule module = new SimpleModule("ids") {
            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.addDeserializers(new IdReaders());
                context.addKeyDeserializers(new IdKeys());
            }
        };
        module.addSerializer(Id.class, new ValueSerializer<Id>() {
            @Override
            public void serialize(Id id, JsonGenerator out, SerializationContext context) {
                out.writeString(id.value());
            }
        });
        module.addSerializer(Shape.class, new ValueSerializer<Shape>() {
            @Override
            public void serialize(Shape shape, JsonGenerator out, SerializationContext context) {
                GeoJson.write(shape, out);
            }
        });
        module.addDeserializer(Shape.class, new ValueDeserializer<Shape>() {
            @Override
            public Shape deserialize(JsonParser parser, DeserializationContext context) {
                return GeoJson.read(context.readTree(parser));
            }
        });
        module.addDeserializer(Instant.class, new InstantReader());
        module.addKeySerializer(Id.class, new ValueSerializer<Id>() {
            @Override
            public void serialize(Id id, JsonGenerator out, SerializationContext context) {
                out.writeName(id.value());
            }
        });
        return module;
    }

    private static Constructor<?> constructor(Class<?> type) {
        try {
            RecordComponent only = type.getRecordComponents()[0];
            return type.getConstructor(only.getType());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is not an id record", e);
        }
    }

    private static final class IdReaders extends Deserializers.Base {
        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
            return type.isTypeOrSubTypeOf(Id.class) ? new IdReader(constructor(type.getRawClass())) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return Id.class.isAssignableFrom(type);
        }
    }

    private static final class IdReader extends ValueDeserializer<Object> {
        private final Constructor<?> constructor;

        IdReader(Constructor<?> constructor) {
            this.constructor = constructor;
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getValueAsString();
            try {
                return constructor.newInstance(text == null ? "" : text);
            } catch (ReflectiveOperationException e) {
                return context.reportInputMismatch(constructor.getDeclaringClass(), "not an id");
            }
        }
    }

    private static final class IdKeys implements KeyDeserializers {
        @Override
        public @Nullable KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
            if (!type.isTypeOrSubTypeOf(Id.class)) {
                return null;
            }
            Constructor<?> constructor = constructor(type.getRawClass());
            return new KeyDeserializer() {
                @Override
                public Object deserializeKey(String key, DeserializationContext context) {
                    try {
                        return constructor.newInstance(key);
                    } catch (ReflectiveOperationException e) {
                        return context.reportInputMismatch(constructor.getDeclaringClass(), "not an id");
                    }
                }
            };
        }
    }
}
