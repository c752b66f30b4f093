package org.yiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yiping.gate.Bans;
import org.yiping.gate.Layers;
import org.yiping.gate.SampleClasses;

class ArchitectureTest {
    private static final List<ArchRule> RULES =
            Stream.concat(Layers.rules().stream(), Bans.rules().stream()).toList();

    @TestFactory
    Stream<DynamicTest> the_house_keeps_every_rule() {
        JavaClasses house = new ClassFileImporter().importPath(Path.of("target/classes"));
        assertThat(house).isNotEmpty();
        return RULES.stream().map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(house)));
    }

    @Test
    void only_one_class_knows_geotools() {
        JavaClasses house = new ClassFileImporter().importPath(Path.of("target/classes"));
        Set<String> knowing = house.stream()
                .filter(c -> c.getDirectDependenciesFromSelf().stream()
                        .anyMatch(d -> d.getTargetClass().getPackageName().startsWith("org.geotools")))
                .map(c -> c.getName().replaceAll("\\$.*", ""))
                .collect(Collectors.toSet());
        assertThat(knowing).hasSizeLessThanOrEqualTo(1);
    }

    static Stream<Arguments> violations() {
        return Stream.of(
                refused("domain sees", type("domain", "Fact", "java.util.List<javafx.scene.Node> nodes;")),
                refused("domain sees", type("domain", "Fact", "tools.jackson.databind.JsonNode json;")),
                refused("text sees", type("text", "Word", "org.yiping.domain.Fact fact;"), type("domain", "Fact", "")),
                refused(
                        "net.sourceforge.pinyin4j.. only",
                        type("server.data", "Words", "net.sourceforge.pinyin4j.PinyinHelper helper;")),
                refused("protocol sees", type("protocol", "Frame", "io.helidon.http.Status status;")),
                refused(
                        "console.link sees",
                        type("console.link", "Link", "org.yiping.console.cache.Rows rows;"),
                        type("console.cache", "Rows", "")),
                refused(
                        "console.store sees",
                        type("console.store", "Store", "org.yiping.protocol.Frame frame;"),
                        type("protocol", "Frame", "")),
                refused("console.map sees", type("console.map", "Engine", "javafx.scene.control.Button button;")),
                refused(
                        "only what reads styles",
                        type("console.map", "Engine", "tools.jackson.core.JsonParser parser;")),
                refused("console.video sees", type("console.video", "Player", "javafx.stage.Stage stage;")),
                refused(
                        "console.ui.control sees",
                        type("console.ui.control", "Mark", "org.yiping.console.store.Store store;"),
                        type("console.store", "Store", "")),
                refused(
                        "console.ui sees",
                        type("console.ui.cases", "View", "org.yiping.console.link.Link link;"),
                        type("console.link", "Link", "")),
                refused(
                        "no feature sees another",
                        type("console.ui.cases", "View", "org.yiping.console.ui.map.Inset inset;"),
                        type("console.ui.map", "Inset", "")),
                refused(
                        "only ui.map",
                        type("console.ui.cases", "View", "org.yiping.console.map.Engine engine;"),
                        type("console.map", "Engine", "")),
                refused(
                        "only ui.camera",
                        type("console.ui.cases", "View", "org.yiping.console.video.Player player;"),
                        type("console.video", "Player", "")),
                refused(
                        "server never sees",
                        type("server.http", "Routes", "org.yiping.console.store.Store store;"),
                        type("console.store", "Store", "")),
                refused(
                        "simulator never sees",
                        type("simulator", "City", "org.yiping.server.data.Journal journal;"),
                        type("server.data", "Journal", "")),
                refused(
                        "watch sees only",
                        type("watch", "Dog", "org.yiping.console.Wall wall;"),
                        type("console", "Wall", "")),
                refused(
                        "demo never sees simulator",
                        type("demo", "Hall", "org.yiping.simulator.camera.Eye eye;"),
                        type("simulator.camera", "Eye", "")),
                refused("need no window", type("server.http", "Routes", "javafx.scene.Node node;")),
                refused("io.helidon.. only", type("server.command", "Apply", "io.helidon.http.Status status;")),
                refused("com.zaxxer.. only", type("server.http", "Routes", "com.zaxxer.hikari.HikariDataSource pool;")),
                refused("java.sql.. only", type("server.http", "Routes", "java.sql.Connection connection;")),
                refused(
                        "org.openpdf.. only",
                        type("console.ui.dispatch", "Print", "org.openpdf.text.Document document;")),
                refused("org.geotools.. only", type("server.data", "Areas", "org.geotools.api.filter.Filter filter;")),
                refused(
                        "the console's roots",
                        type("console.ui.cases", "View", "org.yiping.console.Session session;"),
                        type("console", "Session", "")),
                refused(
                        "nothing sees a Main",
                        type("server.http", "Routes", "org.yiping.server.Main main;"),
                        type("server", "Main", "")),
                refused(
                        "free of cycles",
                        type("server.http", "Routes", "org.yiping.server.push.Fan fan;"),
                        type("server.push", "Fan", "org.yiping.server.http.Routes routes;")),
                refused("sleep", type("server.data", "Wait", "void f() throws Exception { Thread.sleep(1); }")),
                refused("no new Thread", type("server.data", "Wait", "Object f() { return new Thread(() -> {}); }")),
                refused("System.out", type("server.data", "Print", "void f() { System.out.println(); }")),
                refused("injected clock", type("server.data", "Now", "Object f() { return java.time.Instant.now(); }")),
                refused(
                        "injected clock",
                        type("server.data", "Now", "Object f() { return java.time.Clock.systemUTC(); }")),
                refused(
                        "Platform only",
                        type(
                                "console.ui.cases",
                                "View",
                                "void f() { javafx.application.Platform.runLater(() -> {}); }")),
                refused(
                        "nothing modal",
                        type("console.ui.cases", "View", "void f(javafx.scene.control.Alert a) { a.showAndWait(); }")),
                refused("Stage and Screen only", type("console.ui.cases", "View", "javafx.stage.Screen screen;")),
                refused("static mutable state", type("server.data", "Count", "static int count;")),
                refused(
                        "Optional only as return value",
                        type("server.data", "Maybe", "java.util.Optional<String> name;")),
                refused("take no Optional", type("server.data", "Maybe", "void f(java.util.Optional<String> name) {}")),
                refused(
                        "at most six",
                        type("server.data", "Big", "Big(int a, int b, int c, int d, int e, int f, int g) {}")),
                refused(
                        "extend no concrete class",
                        type("server.data", "Base1", ""),
                        "package org.yiping.server.data; class Child extends Base1 {}"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("violations")
    void each_rule_refuses_what_breaks_it(String rule, List<String> sources, @TempDir Path folder) {
        JavaClasses sample = SampleClasses.compile(folder, sources.toArray(String[]::new));
        List<String> broken = RULES.stream()
                .filter(r -> r.evaluate(sample).hasViolation())
                .map(ArchRule::getDescription)
                .toList();
        assertThat(broken).anySatisfy(d -> assertThat(d).contains(rule));
    }

    @Test
    void a_house_in_order_and_its_roots_pass(@TempDir Path folder) {
        JavaClasses sample = SampleClasses.compile(
                folder,
                "package org.yiping.domain; public record Fact(int[] counts, java.util.List<String> names) {}",
                type("console.store", "Store", "org.yiping.domain.Fact fact;"),
                type("console.ui.cases", "View", "org.yiping.console.store.Store store; javafx.scene.Node node;"),
                "package org.yiping.server; class Main { void f() throws Exception { Thread.sleep(1); System.out.println(java.time.Instant.now()); } }",
                "package org.yiping.domain; enum Light { GREEN { int x() { return 1; } }; int x() { return 0; } }",
                type(
                        "server.data",
                        "Rows",
                        "java.sql.Connection c; Object f(java.time.Clock clock) { return java.time.Instant.now(clock); }"));
        assertThat(RULES)
                .allSatisfy(
                        r -> assertThat(r.evaluate(sample).getFailureReport().getDetails())
                                .isEmpty());
    }

    private static Arguments refused(String rule, String... sources) {
        return Arguments.of(rule, List.of(sources));
    }

    private static String type(String where, String name, String body) {
        return "package org.yiping." + where + "; public class " + name + " { " + body + " }";
    }
}
