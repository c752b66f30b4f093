package org.yiping.console.store;

// long because every text strangers may read is listed here

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yiping.console.ui.Samples;
import org.yiping.domain.Id;
import org.yiping.domain.casework.Attachment;
import org.yiping.domain.casework.Case;

/// On an open day no text leaves a store that is not listed here as one strangers may read. Rows are made with a secret
/// in every text of every record, whatever its name: a field that is added tomorrow is either hidden or fails here.
class HiddenTest {
    private static final String SECRET = "secret of ";
    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");

    /// Codes, versions, names of institutions and of the ground: nobody's name, number, plate or address.
    private static final Set<String> OPEN = Set.of(
            "Area.level",
            "Area.name",
            "Alarm.rules",
            "Attachment.fileId", // a digest, marked where the picture is hidden
            "Attachment.mediaType",
            "Attachment.pairOf",
            "Attachment.phase",
            "Attempt.cause",
            "Attempt.channel",
            "Attempt.missed",
            "AutoRule.name",
            "AutoRule.nameEnglish",
            "AutoRule.version",
            "Bounce.kind",
            "Broadcast.reason", // a code
            "Broadcast.state",
            "Bounds.areas",
            "Bounds.classes",
            "CallBack.outcome", // a code; what was said is the record's note, which is hidden
            "Camera.name", // where it stands, which is on the map
            "CameraState.code",
            "CameraState.reason", // a code
            "CameraStream.grade",
            "CameraStream.url",
            "Campaign.name",
            "Capture.picture", // a digest, marked where the picture is hidden
            "Capture.rules",
            "Card.counts",
            "CaseHead.catalogueVersion",
            "CaseHead.workflowVersion",
            "Change.what",
            "Check.effect",
            "ClockBasis.calendarVersion",
            "ClockBasis.catalogueVersion",
            "Damage.lost", // kinds of rows
            "Damage.unread", // kinds of rows and how many
            "Decision.outcome",
            "Decision.reason", // a code
            "Department.name",
            "Detours.counts",
            "Device.abilities",
            "Device.groups", // branches of the directory
            "Device.source",
            "Device.type",
            "Event.subject", // a rule's id
            "FieldUnit.id", // on no screen
            "FieldUnit.kind",
            "Fields.kind",
            "Fields.photos", // digests, marked
            "Footage.clock",
            "Footage.kind",
            "Kpi.unit",
            "Me.commands", // types of commands
            "Offer.to",
            "Overruled.adviceVersion",
            "PatrolRound.name", // the plan's
            "Pixels.stream",
            "Plan.version",
            "Progress.flags",
            "Report.externalNumber", // another platform's number of the case
            "Review.verdict",
            "Seen.alarm",
            "Seen.name", // a class in the recogniser's words
            "Seen.outcome",
            "Sensor.kind",
            "Sensor.name", // where it stands
            "Sensor.unit",
            "Shift.name", // early, late: no person's
            "Shift.nameEnglish",
            "Shown.options", // ids and codes; the words of a title are hidden
            "Signature.verdict", // a code
            "Supervision.kind",
            "Task.name",
            "Tick.step",
            "View.kind",
            "Word.cause",
            "Word.channel");

    /// The city's own rules and its map: no person is in them.
    private static final Set<String> OPEN_STORES = Set.of("city", "link", "layers", "components", "scenes");

    @Test
    void aSecretIsFoundInWhateverHoldsIt() throws ReflectiveOperationException {
        record Holder(Set<String> set, Map<String, Set<String>> map, Map<String, List<String>> lists) {}
        assertThat(secrets(new Holder(Set.of(SECRET + "a"), Map.of(), Map.of())))
                .containsExactly("a");
        assertThat(secrets(new Holder(Set.of(), Map.of("k", Set.of(SECRET + "b")), Map.of())))
                .containsExactly("b");
        assertThat(secrets(new Holder(Set.of(), Map.of(), Map.of("k", List.of(SECRET + "c")))))
                .containsExactly("c");
        assertThat(secrets(new Holder(Set.of(), Map.of(SECRET + "d", Set.of()), Map.of())))
                .containsExactly("d");
        assertThatThrownBy(() -> secrets(new StringBuilder(SECRET))).isInstanceOf(AssertionError.class);
    }

    @TestFactory
    Stream<DynamicTest> everyTextOfEveryStoreIsHiddenOrListed() {
        return Arrays.stream(Tables.class.getDeclaredFields())
                .filter(f -> !Modifier.isStatic(f.getModifiers()))
                .filter(HiddenTest::mayHide)
                .map(f -> DynamicTest.dynamicTest(f.getName(), () -> {
                    Tables tables = new Tables(() -> NOW);
                    fill(tables, f);
                    tables.veil.draw(NOW);
                    assertThat(secrets(seen(tables, f))).isSubsetOf(OPEN);
                }));
    }

    @Test
    void nothingIsListedThatNoRecordHas() throws ReflectiveOperationException {
        Set<String> all = new TreeSet<>();
        for (Field f : Tables.class.getDeclaredFields()) {
            if (mayHide(f)) {
                Tables tables = new Tables(() -> NOW);
                fill(tables, f);
                tables.veil.draw(NOW);
                all.addAll(secrets(seen(tables, f)));
            }
        }
        assertThat(OPEN).isEqualTo(all);
    }

    private static boolean mayHide(Field field) {
        return (field.getType() == TableStore.class || field.getType() == SingleStore.class)
                && !OPEN_STORES.contains(field.getName());
    }

    @SuppressWarnings("unchecked") // what is made is of the store's types
    private static void fill(Tables tables, Field field) throws ReflectiveOperationException {
        Type[] types = ((ParameterizedType) field.getGenericType()).getActualTypeArguments();
        Object store = field.get(tables);
        if (store instanceof SingleStore<?> single) {
            ((SingleStore<Object>) single).set(made(types[0], ""), new Freshness(true, NOW));
        } else {
            ((TableStore<Object, Object>) store).put(made(types[0], "key"), made(types[1], ""));
        }
    }

    private static List<?> seen(Tables tables, Field field) throws IllegalAccessException {
        return field.get(tables) instanceof SingleStore<?> single
                ? single.known().stream().toList()
                : ((TableStore<?, ?>) field.get(tables)).rows().values().toList();
    }

    /// A value of a type with a secret in every text.
    private static @Nullable Object made(Type type, String where) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType p) {
            Type[] args = p.getActualTypeArguments();
            if (p.getRawType() == List.class) {
                return List.of(made(args[0], where));
            }
            if (p.getRawType() == Map.class) {
                return Map.of(made(args[0], where), made(args[1], where));
            }
            if (p.getRawType() == Set.class) {
                return Set.of(made(args[0], where));
            }
            throw new AssertionError("how is a " + type + " made?");
        }
        Class<?> c = (Class<?>) type;
        if (Id.class.isAssignableFrom(c)) {
            return c.getConstructor(String.class).newInstance("id");
        }
        if (c == String.class) {
            return SECRET + where;
        }
        if (c.isEnum()) {
            return c.getEnumConstants()[0];
        }
        if (c.isRecord()) {
            return record(c);
        }
        return switch (c.getSimpleName()) {
            case "boolean", "Boolean" -> false;
            case "int", "Integer" -> 1;
            case "long", "Long" -> 1L;
            case "double", "Double" -> 1.0;
            case "Instant" -> NOW;
            case "LocalDate" -> LocalDate.of(2026, 11, 26);
            case "LocalTime" -> LocalTime.NOON;
            case "Duration" -> Duration.ofMinutes(1);
            default -> throw new AssertionError("how is a " + c + " made?");
        };
    }

    private static Object record(Class<?> c) throws ReflectiveOperationException {
        RecordComponent[] parts = c.getRecordComponents();
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = made(parts[i].getGenericType(), c.getSimpleName() + "." + parts[i].getName());
        }
        return c.getDeclaredConstructor(
                        Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new))
                .newInstance(values);
    }

    /// Where secrets can still be read.
    private static Set<String> secrets(@Nullable Object value) throws ReflectiveOperationException {
        Set<String> found = new TreeSet<>();
        switch (value) {
            case null -> {}
            case String s -> {
                if (s.contains(SECRET)) {
                    found.add(s.substring(s.indexOf(SECRET) + SECRET.length()));
                }
            }
            case Collection<?> all -> {
                for (Object o : all) {
                    found.addAll(secrets(o));
                }
            }
            case Map<?, ?> map -> {
                for (Map.Entry<?, ?> e : map.entrySet()) {
                    found.addAll(secrets(e.getKey()));
                    found.addAll(secrets(e.getValue()));
                }
            }
            case Record r -> {
                for (RecordComponent part : r.getClass().getRecordComponents()) {
                    found.addAll(secrets(part.getAccessor().invoke(r)));
                }
            }
            case Enum<?> _, Number _, Boolean _, TemporalAccessor _, TemporalAmount _ -> {} // no words of anybody's
            default -> throw new AssertionError("who looks into a " + value.getClass() + "?");
        }
        return found;
    }

    @Test
    void aCaseSaysNothingOfAnybodyAndKeepsWhatItIs() throws ReflectiveOperationException {
        Case bare = (Case) made(Case.class, "");
        Case hidden = Hidden.of(Objects.requireNonNull(bare));
        assertThat(hidden.place().address()).isEqualTo(Hidden.MARK);
        assertThat(hidden.subject().description()).isEqualTo(Hidden.MARK);
        assertThat(hidden.report().caller()).isNotNull().satisfies(c -> {
            assertThat(c.name()).isEqualTo(Hidden.MARK);
            assertThat(c.phone()).isEqualTo(Hidden.MARK);
            assertThat(c.masked()).isTrue();
        });
        assertThat(hidden.id()).isEqualTo(bare.id());
        assertThat(hidden.subject().classCode()).isEqualTo(bare.subject().classCode());
        assertThat(hidden.place().position()).isEqualTo(bare.place().position());
        assertThat(hidden.progress().clocks()).isEqualTo(bare.progress().clocks());
    }

    @Test
    void aPictureThatMayShowPeopleIsNotAskedForASimulatedOneIs() {
        Attachment real = new Attachment("f1", "before", "image/jpeg", NOW, false, "f0", null);
        Attachment made = new Attachment("f2", "before", "image/jpeg", NOW, true);
        Case bare = Samples.without("c", "to-dispatch", NOW);
        Case hidden = Hidden.of(new Case(
                bare.id(),
                bare.head().with(List.of(real, made)),
                bare.subject(),
                bare.place(),
                bare.report(),
                bare.progress()));
        assertThat(hidden.head().photos()).extracting(Attachment::fileId).containsExactly(Hidden.PICTURE + "f1", "f2");
    }
}
