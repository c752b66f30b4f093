package org.yiping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.gate.HouseStyle;
import org.yiping.gate.Sources;

class HouseStyleTest {
    private static final String INFO = "/// Cases.\n@NullMarked\npackage org.yiping.domain.casework;\n";

    @Test
    void packages_and_types_say_what_they_are() {
        assertThat(HouseStyle.findings(Sources.read(List.of("src/main/java"), ".java")))
                .isEmpty();
    }

    @Test
    void a_package_without_null_rules_is_refused() {
        assertThat(HouseStyle.findings(Sources.of("casework/Case.java", "record Case() {}")))
                .containsExactly("casework has no package-info.java");
        assertThat(HouseStyle.findings(Sources.of("casework/package-info.java", "package org.yiping.casework;")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CaseManager",
                "CaseHelper",
                "CaseUtil",
                "CaseUtils",
                "CaseStoreImpl",
                "BasePanel",
                "AbstractView"
            })
    void a_name_that_says_nothing_is_refused(String name) {
        assertThat(HouseStyle.findings(source("final class " + name + " {}"))).hasSize(1);
    }

    @Test
    void an_interface_with_an_i_in_front_is_refused() {
        assertThat(HouseStyle.findings(source("interface IStore {}"))).hasSize(1);
        assertThat(HouseStyle.findings(source("interface Inbox {}"))).isEmpty();
    }

    @Test
    void a_public_type_without_a_comment_is_refused() {
        assertThat(HouseStyle.findings(source("public record Case() {}"))).hasSize(1);
        assertThat(HouseStyle.findings(source("/// A case.\n@Deprecated\npublic record Case() {}")))
                .isEmpty();
        assertThat(HouseStyle.findings(source("/// A case.\n@Kinds({\n    @Kind(1)\n})\npublic record Case() {}")))
                .isEmpty();
    }

    private static Sources source(String text) {
        return Sources.of("casework/package-info.java", INFO, "casework/Sample.java", "package casework;\n\n" + text);
    }
}
