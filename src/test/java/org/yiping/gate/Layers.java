package org.yiping.gate;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Who may see whom: the table of docs/architecture.md as rules. A library a row lacks is a decision, not an accident.
public final class Layers {
    private static final String[] FX = {"javafx.."};
    private static final String[] CONTROLS = {
        "javafx..", "org.controlsfx..", "impl.org.controlsfx..", "atlantafx..", "org.kordamp.ikonli.."
    };
    private static final String[] JACKSON = {"tools.jackson..", "com.fasterxml.jackson.annotation.."};

    /// Pictures without windows: what the map and the video draw into.
    private static final String[] PICTURES = {
        "javafx.scene.image..",
        "javafx.scene.canvas..",
        "javafx.scene.paint..",
        "javafx.scene.text..",
        "javafx.scene.shape..",
        "javafx.scene.transform..",
        "javafx.geometry.."
    };

    private Layers() {}

    public static List<ArchRule> rules() {
        List<ArchRule> rules = new ArrayList<>();
        rules.add(classes()
                .that()
                .resideInAPackage("org.yiping")
                .should()
                .onlyDependOnClassesThat(allowed("org.yiping"))
                .as("what every program does first sees no program"));
        rules.add(row("domain"));
        rules.add(row("watch", of("org.yiping")));
        rules.add(row("text", of("net.sourceforge.pinyin4j..")));
        rules.add(row("protocol", ours("domain"), JACKSON));
        rules.add(row("city", ours("protocol", "domain"), of("org.apache.commons.csv.."), JACKSON));
        rules.add(row("console.config", ours("console.settings", "domain"), JACKSON, of("picocli..")));
        rules.add(row("console.settings", ours("domain"), JACKSON));
        rules.add(row("console.link", ours("protocol", "domain"), of("org.apache.hc.."), JACKSON));
        rules.add(row("console.cache", ours("protocol", "domain"), of("org.h2.."), JACKSON));
        rules.add(row("console.store", ours("domain")));
        rules.add(row(
                "console.sync", ours("console.link", "console.cache", "console.store", "protocol", "domain"), JACKSON));
        rules.add(row(
                "console.outbox",
                ours("console.link", "console.cache", "console.store", "protocol", "domain"),
                JACKSON));
        rules.add(row(
                "console.map",
                ours("domain"),
                of("org.locationtech.jts..", "org.locationtech.proj4j..", "org.geotools.."),
                JACKSON,
                PICTURES));
        rules.add(noClasses()
                .that()
                .resideInAPackage("org.yiping.console.map")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JACKSON)
                .as("of the map, only what reads styles sees Jackson"));
        rules.add(row("console.map.style", JACKSON));
        rules.add(row(
                "console.video", ours("domain"), of("uk.co.caprica..", "com.sun.jna..", "org.bytedeco.."), PICTURES));
        rules.add(row("paper", of("org.openpdf..")));
        rules.add(row("workbook"));
        rules.add(row("console.paper", ours("paper"), PICTURES));
        // what is not public of the toolkit: decision 0051
        rules.add(row(
                "console.fx",
                ours("console.settings", "domain"),
                FX,
                of("atlantafx..", "com.sun.javafx.tk..", "com.sun.javafx.scene", "com.sun.javafx.sg.prism"),
                of("com.sun.javafx.geom..", "com.sun.prism")));
        rules.add(row("console.ui.control", ours("console.fx", "domain", "workbook"), CONTROLS));
        rules.add(features());
        rules.add(noFeatureSeesAnother());
        rules.add(noClasses()
                .that()
                .resideInAPackage("org.yiping.console.ui..")
                .and()
                .resideOutsideOfPackage("org.yiping.console.ui.map..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yiping.console.map..")
                .as("only ui.map sees the map engine"));
        rules.add(noClasses()
                .that()
                .resideInAPackage("org.yiping.console.ui..")
                .and()
                .resideOutsideOfPackage("org.yiping.console.ui.camera..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yiping.console.video..")
                .as("only ui.camera sees the players"));
        rules.addAll(programs());
        return rules.stream().map(r -> r.allowEmptyShould(true)).toList();
    }

    /// A feature sees the stores, the outbox and the toolkit; never the network, the cache or the wire.
    private static ArchRule features() {
        String[] seen = Stream.of(
                        ours(
                                "console.store",
                                "console.outbox",
                                "console.settings",
                                "console.fx",
                                "domain",
                                "text",
                                "console.ui",
                                "console.map",
                                "console.paper",
                                "paper",
                                "workbook",
                                "console.video"),
                        CONTROLS,
                        of("org.locationtech.jts.."))
                .flatMap(Stream::of)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("org.yiping.console.ui..")
                .should()
                .onlyDependOnClassesThat(allowed(seen))
                .as("console.ui sees stores, outbox and toolkit only");
    }

    /// Panels meet through ui.Panel and ui.PanelCatalogue; controls are for all.
    private static ArchRule noFeatureSeesAnother() {
        return slices().matching("org.yiping.console.ui.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        DescribedPredicate.alwaysTrue(), resideInAnyPackage("org.yiping.console.ui.control.."))
                .as("no feature sees another");
    }

    private static List<ArchRule> programs() {
        return List.of(
                noSight("server", "console", "simulator", "demo", "watch"),
                noSight("console", "server", "simulator", "demo", "watch", "city"),
                noSight("simulator", "server", "console", "demo", "watch"),
                noSight("demo", "server", "console", "watch"),
                // The one part of another program the demo uses itself: what draws the fictional city and its past by
                // seed.
                noClasses()
                        .that()
                        .resideInAPackage("org.yiping.demo..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("org.yiping.simulator..")
                                .and(not(resideInAnyPackage(ours("simulator.city", "simulator.past")))))
                        .as("demo never sees simulator but its city and past"),
                noClasses()
                        .that()
                        .resideInAnyPackage("org.yiping.server..", "org.yiping.simulator..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javafx..", "org.controlsfx..", "uk.co.caprica..")
                        .as("server and simulator need no window"),
                only("io.helidon..", "org.yiping.server", "org.yiping.server.http..", "org.yiping.server.push.."),
                only("net.sourceforge.pinyin4j..", "org.yiping.text.."),
                only("org.flywaydb..", "org.yiping.server.data.."),
                only("org.dhatim..", "org.yiping.server.load.."),
                only("com.zaxxer..", "org.yiping.server.data.."),
                only("java.sql..", "org.yiping.console.cache..", "org.yiping.server.data.."),
                only("javax.sql..", "org.yiping.console.cache..", "org.yiping.server.data.."),
                only("uk.co.caprica..", "org.yiping.console.video.."),
                only("org.bytedeco..", "org.yiping.console.video.."),
                only("org.geotools..", "org.yiping.console.map.."),
                only("org.openpdf..", "org.yiping.paper.."),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("org.yiping.console")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.yiping.console")
                        .as("nothing sees the console's roots"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("org.yiping.server")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.yiping.server")
                        .as("nothing sees the server's roots"),
                noClasses()
                        .should()
                        .dependOnClassesThat(simpleName("Main").and(not(resideInAnyPackage("java.."))))
                        .as("nothing sees a Main"),
                noCycles("org.yiping.(*).."),
                noCycles("org.yiping.console.(*).."),
                noCycles("org.yiping.console.ui.(*).."),
                noCycles("org.yiping.server.(*).."));
    }

    private static ArchRule row(String name, String[]... seen) {
        String own = "org.yiping." + name + "..";
        String[] all = Stream.concat(Stream.of(own), Stream.of(seen).flatMap(Stream::of))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(own)
                .should()
                .onlyDependOnClassesThat(allowed(all))
                .as(name + " sees only its row");
    }

    private static ArchRule noSight(String program, String... others) {
        return noClasses()
                .that()
                .resideInAPackage("org.yiping." + program + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ours(others))
                .as(program + " never sees " + String.join(", ", others));
    }

    /// The packages of `domain` are one vocabulary whose nouns speak of each other; everything above is layered.
    private static ArchRule noCycles(String packages) {
        return slices().matching(packages).should().beFreeOfCycles();
    }

    private static ArchRule only(String library, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .as(library + " only in " + String.join(", ", packages));
    }

    /// The JDK, the logger and the null marks are for everyone; primitives and their arrays are in no package.
    private static DescribedPredicate<JavaClass> allowed(String... packages) {
        return resideInAnyPackage(packages)
                .or(resideInAnyPackage("java..", "javax..", "jdk..", "org.slf4j..", "org.jspecify.."))
                .or(DescribedPredicate.describe(
                        "primitive", c -> c.getBaseComponentType().isPrimitive()));
    }

    private static String[] ours(String... names) {
        return Stream.of(names).map(n -> "org.yiping." + n + "..").toArray(String[]::new);
    }

    private static String[] of(String... names) {
        return names;
    }
}
