package org.yiping.domain.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.catalogue.ClassCode;

class NumberPatternTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ClassCode CLASS = new ClassCode("E-0110");
    private static final AreaCode CELL = new AreaCode("99010100100101");
    /// Half past midnight of the 22nd in the city.
    private static final Instant NIGHT = Instant.parse("2026-11-21T16:30:00Z");

    private static NumberPattern pattern(String text) {
        return NumberPattern.of(text, "990100", ZONE);
    }

    @ParameterizedTest
    @CsvSource({
        "{kind}{class}{date}{seq4}, E0110202611220007, case-number-20261122",
        "YC{date}{seq4}, YC202611220007, case-number-20261122",
        "{yy}{MM}{dd}{seq5}, 26112200007, case-number-20261122",
        "{area6}-{yyyy}-{seq6:year}, 990101-2026-000007, case-number-2026",
        "{city}{yyyy}{MM}{seq:month}, 9901002026117, case-number-202611",
        "{area16}{seq9:ever}, 9901010010010100000000007, case-number",
        "案{date}.{seq4:day}, 案20261122.0007, case-number-20261122",
    })
    void everyPartIsFilledIn(String text, String number, String sequence) {
        assertThat(pattern(text).number(CLASS, CELL, NIGHT, 7).value()).isEqualTo(number);
        assertThat(pattern(text).sequence(NIGHT)).isEqualTo(sequence);
    }

    @Test
    void withoutAnAreaTheCitysCodeStands() {
        assertThat(pattern("{area9}{date}{seq3}")
                        .number(CLASS, null, NIGHT, 1234)
                        .value())
                .isEqualTo("990100000202611221234");
    }

    @Test
    void noNumberIsLongerThanOthersKeep() {
        ClassCode foreign = new ClassCode("S-import-boston-2015-123");
        assertThat(pattern("{kind}{class}{date}{seq4}")
                        .number(foreign, CELL, NIGHT, 999_999_999)
                        .value())
                .hasSizeLessThanOrEqualTo(NumberPattern.LONGEST)
                .isEqualTo("S2015-12320261122999999999");
    }

    @ParameterizedTest
    @CsvSource({
        "{kind}{class}{date}, without {seq…}",
        "{seq4}{date}{seq4}, there is one {seq…}",
        "{seq4}, needs the date",
        "{yyyy}{MM}{seq4}, needs the date",
        "{MM}{dd}{seq4:month}, needs the date",
        "{MM}{seq4:year}, needs the date",
        "{date}{seq4:week}, not week",
        "{date}{seq0}, 1 to 9 digits",
        "{date}{seq12}, {seq12} is no part",
        "{date}{area0}{seq4}, 1 to 16 digits",
        "{date}{month}{seq4}, {month} is no part",
        "{date{seq4}, neither letters",
        "{date} {seq4}, neither letters",
        "{date}{class}{seq4}, something has to stand between",
        "{date}{seq4}{kind}, something has to stand between",
        "{area16}{date}{seq4}, 33 characters long",
    })
    void aPatternThatCannotWorkIsRefusedWithItsReason(String text, String why) {
        assertThatThrownBy(() -> pattern(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("caseNumber \"" + text + "\": ")
                .hasMessageContaining(why);
    }
}
