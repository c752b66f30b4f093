package org.yiping.gate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// What no class of the product may do, and what only composition roots may.
public final class Bans {
    private static final int MOST_PARAMETERS = 6;

    private Bans() {}

    public static List<ArchRule> rules() {
        DescribedPredicate<JavaClass> notRoot = DescribedPredicate.describe("are not composition roots", c -> !root(c));
        return Stream.of(
                        noClasses()
                                .that(notRoot)
                                .should()
                                .callMethod(Thread.class, "sleep", long.class)
                                .orShould()
                                .callMethod(Thread.class, "sleep", java.time.Duration.class),
                        noClasses()
                                .that(notRoot)
                                .should()
                                .callConstructorWhere(DescribedPredicate.describe(
                                        "makes a thread",
                                        c -> c.getTargetOwner().isEquivalentTo(Thread.class)))
                                .as("no new Thread outside roots"),
                        noClasses()
                                .that(notRoot)
                                .should()
                                .accessField(System.class, "out")
                                .orShould()
                                .accessField(System.class, "err"),
                        noClasses()
                                .that(notRoot)
                                .should()
                                .callMethodWhere(DescribedPredicate.describe(
                                        "asks the machine's clock",
                                        call -> clockOfTheMachine(
                                                call.getTargetOwner(),
                                                call.getName(),
                                                call.getTarget().getRawParameterTypes())))
                                .as("an injected clock tells the time, outside roots"),
                        noClasses()
                                .should()
                                .dependOnClassesThat()
                                .areAssignableTo("javafx.scene.control.Dialog")
                                .orShould()
                                .callMethodWhere(DescribedPredicate.describe(
                                        "freezes other windows",
                                        call -> Set.of("showAndWait", "initModality")
                                                .contains(call.getName())))
                                .as("nothing modal lies over a live alarm"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("org.yiping.console.fx..")
                                .should()
                                .dependOnClassesThat()
                                .haveFullyQualifiedName("javafx.application.Platform")
                                .as("Platform only in console.fx"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(
                                        "org.yiping.console",
                                        "org.yiping.console.ui.wall..",
                                        "org.yiping.console.ui.shell..",
                                        "org.yiping.console.fx..")
                                .should()
                                .dependOnClassesThat(DescribedPredicate.describe(
                                        "are Stage or Screen",
                                        c -> Set.of("javafx.stage.Stage", "javafx.stage.Screen")
                                                .contains(c.getName())))
                                .as("Stage and Screen only in ui.wall, ui.shell, fx and the roots"),
                        noFields()
                                .that()
                                .areStatic()
                                .and()
                                .areNotFinal()
                                .and()
                                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                                .should()
                                .beDeclaredInClassesThat()
                                .resideInAPackage("org.yiping..")
                                .as("no static mutable state"),
                        noFields().should().haveRawType(Optional.class).as("Optional only as return value: no field"),
                        each(
                                "take no Optional",
                                c -> c.getCodeUnits().stream()
                                        .filter(u -> !u.getModifiers().contains(JavaModifier.SYNTHETIC)
                                                && !u.getName().startsWith("lambda$"))
                                        .filter(u -> u.getRawParameterTypes().stream()
                                                .anyMatch(p -> p.isEquivalentTo(Optional.class)))
                                        .map(JavaCodeUnit::getFullName)),
                        each("have at most six constructor parameters", Bans::longConstructors),
                        each(
                                "extend no concrete class of ours",
                                c -> c.getRawSuperclass().stream()
                                        .filter(s -> !c.isEnum()
                                                && s.getPackageName().startsWith("org.yiping")
                                                && !s.getModifiers().contains(JavaModifier.ABSTRACT))
                                        .map(s -> c.getName() + " extends " + s.getName())))
                .map(r -> r.allowEmptyShould(true))
                .toList();
    }

    private static boolean root(JavaClass c) {
        String outermost =
                c.getName().substring(c.getPackageName().length() + 1).replaceAll("\\$.*", "");
        return Set.of("Main", "Console", "Server", "Session").contains(outermost) || outermost.endsWith("Demo");
    }

    private static boolean clockOfTheMachine(JavaClass owner, String method, List<JavaClass> parameters) {
        boolean noClock = parameters.stream().noneMatch(p -> p.isEquivalentTo(Clock.class));
        boolean now = method.equals("now")
                && noClock
                && Stream.of(
                                Instant.class,
                                LocalDate.class,
                                LocalDateTime.class,
                                OffsetDateTime.class,
                                ZonedDateTime.class)
                        .anyMatch(owner::isEquivalentTo);
        boolean clock = (owner.isEquivalentTo(Clock.class) || owner.isEquivalentTo(InstantSource.class))
                && method.startsWith("system");
        return now || clock || owner.isEquivalentTo(System.class) && method.equals("currentTimeMillis");
    }

    /// Records are facts with as many fields as they have; a class with many collaborators does too much.
    private static Stream<String> longConstructors(JavaClass c) {
        if (c.isRecord() || c.isEnum() || c.isAnonymousClass() || c.isLocalClass() || c.isInnerClass()) {
            return Stream.empty();
        }
        return c.getConstructors().stream()
                .filter(k -> k.getRawParameterTypes().size() > MOST_PARAMETERS)
                .map(k -> k.getFullName() + " takes " + k.getRawParameterTypes().size());
    }

    private static ArchRule each(String what, Function<JavaClass, Stream<String>> violations) {
        return classes().should(new ArchCondition<JavaClass>(what) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                violations.apply(item).forEach(v -> events.add(SimpleConditionEvent.violated(item, v)));
            }
        });
    }
}
