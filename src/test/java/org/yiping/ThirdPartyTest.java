package org.yiping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.gate.Dependency;
import org.yiping.gate.Licences;
import org.yiping.gate.ThirdParty;

class ThirdPartyTest {
    private static final Path PAGE = Path.of("THIRD-PARTY.md");
    private static Licences table = new Licences(List.of());
    private static List<Dependency> dependencies = List.of();

    @BeforeAll
    static void readTheClassPath() throws IOException {
        table = Licences.parse(Files.readString(Path.of("packaging/licences.csv")));
        dependencies = Stream.of(Files.readString(Path.of("target/runtime.classpath"))
                        .strip()
                        .split(File.pathSeparator))
                .map(jar -> Dependency.of(Path.of(jar)))
                .toList();
    }

    @Test
    void every_library_has_a_licence_that_may_ship() {
        assertThat(dependencies).isNotEmpty();
        assertThat(ThirdParty.findings(dependencies, table)).isEmpty();
    }

    @Test
    void the_page_lists_what_is_on_the_class_path() throws IOException {
        String page = ThirdParty.page(dependencies, table);
        if (Boolean.getBoolean("thirdparty.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("run ./yiping third-party and look at the difference")
                .isEqualTo(page);
    }

    @Test
    void every_shipped_work_that_is_listed_is_there() {
        assertThat(table.rows().stream().filter(r -> r.kind().equals("bundled")))
                .allSatisfy(r ->
                        assertThat(Path.of("src/main/resources", r.subject())).exists());
    }

    @Test
    void an_unlisted_or_unfree_licence_is_refused() {
        assertThat(ThirdParty.findings(List.of(new Dependency("a", "b", "1", List.of("My Own Licence"))), table))
                .singleElement()
                .asString()
                .contains("a:b 1");
        assertThat(ThirdParty.findings(List.of(new Dependency("a", "b", "1", List.of("EPL 1.0"))), table))
                .hasSize(1);
        assertThat(ThirdParty.findings(List.of(new Dependency("a", "b", "1", List.of())), table))
                .hasSize(1);
        assertThat(ThirdParty.findings(List.of(), Licences.parse("bundled,fonts/x.ttf,LicenseRef-Secret,")))
                .hasSize(1);
    }

    @Test
    void of_several_licences_one_that_may_ship_is_enough() {
        Dependency both = new Dependency("a", "b", "1", List.of("EPL-2.0", "LGPL-2.1-only"));
        assertThat(ThirdParty.findings(List.of(both), table)).isEmpty();
        assertThat(ThirdParty.page(List.of(both), table)).contains("| a:b | 1 | LGPL-2.1-only |");
    }

    @Test
    void a_library_missing_from_the_page_is_noticed() {
        List<Dependency> more = Stream.concat(
                        dependencies.stream(), Stream.of(new Dependency("z", "new", "1", List.of("MIT"))))
                .toList();
        assertThat(ThirdParty.page(more, table)).isNotEqualTo(ThirdParty.page(dependencies, table));
    }
}
