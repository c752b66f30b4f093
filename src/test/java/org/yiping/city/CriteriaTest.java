package org.yiping.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.catalogue.Criterion;
import org.yiping.domain.catalogue.LimitUnit;

/// The shipped criteria say the same in both languages and keep the limits of the class tables; a city may write one.
class CriteriaTest {
    private static final Pattern QUANTITY = Pattern.compile("\\d+(?:\\.\\d+)?(?: (?:%|[cm]?m²?)(?![a-z]))?");
    private static final Pattern ABOVE = Pattern.compile("(?:over|more than|longer than|wider than|deeper than) \\d");
    private static final Pattern AT_LEAST = Pattern.compile("(?:and|or) more");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{3,}");
    private static final String BESIDES = "sourced, limit not in the class table";

    @TempDir
    Path folder;

    private final List<CSVRecord> rows = shipped("criteria.csv");

    @Test
    void everySourcedRowHasBothLanguagesAndNoOtherRowHasAny() {
        assertThat(rows.stream().collect(Collectors.groupingBy(r -> r.get("origin"), Collectors.counting())))
                .isEqualTo(Map.of("sourced", 113L, BESIDES, 3L, "limit only", 406L));
        for (CSVRecord row : rows) {
            boolean sourced = row.get("origin").startsWith("sourced");
            for (String text : List.of("condition", "closing")) {
                String chinese = row.get(text + "_zh");
                String english = row.get(text + "_en");
                assertThat(HAN.matcher(chinese).find()).as("%s", row).isEqualTo(sourced);
                assertThat(LATIN_WORD.matcher(english).find()).as("%s", row).isEqualTo(sourced);
                assertThat(chinese).as("%s", row).doesNotContainPattern(LATIN_WORD);
                assertThat(english).as("%s", row).doesNotContainPattern(HAN);
            }
        }
    }

    @Test
    void bothLanguagesNameTheSameQuantitiesAndTheSameSideOfThem() {
        int quantities = 0;
        for (CSVRecord row : rows) {
            for (String text : List.of("condition", "closing")) {
                String chinese = row.get(text + "_zh");
                String english = row.get(text + "_en");
                List<String> named = found(QUANTITY, english);
                assertThat(found(QUANTITY, chinese)).as("%s", row).isEqualTo(named);
                assertThat(found(Pattern.compile("超过"), chinese)).as("%s", row).hasSameSizeAs(found(ABOVE, english));
                assertThat(found(Pattern.compile("及以上"), chinese))
                        .as("%s", row)
                        .hasSameSizeAs(found(AT_LEAST, english));
                quantities += named.size();
            }
        }
        assertThat(quantities).isEqualTo(35);
    }

    @Test
    void aQuantityIsReadWithItsUnit() {
        assertThat(found(QUANTITY, "within 1.5 m square, over 2 m², 50 x 50 cm, 5 % and more, 3 mm"))
                .containsExactly("1.5 m", "2 m²", "50", "50 cm", "5 %", "3 mm");
        assertThat(found(QUANTITY, "1.5 m 见方，30 mm 及以上")).containsExactly("1.5 m", "30 mm");
        assertThat(found(QUANTITY, "25 cm")).isNotEqualTo(found(QUANTITY, "25 cm²"));
    }

    @Test
    void theLimitsAreThoseOfTheClassTablesInTheirOrder() {
        limits("component", shipped("components.csv"));
        limits("event", shipped("events.csv"));
        assertThat(limits(r -> r.get("origin").equals(BESIDES))).isEqualTo("4WH;4WH;4WH");
        assertThat(rows.stream()
                        .map(r -> LimitUnit.valueOf(r.get("limit_unit")))
                        .collect(Collectors.groupingBy(u -> u, Collectors.counting())))
                .isEqualTo(Map.of(LimitUnit.WD, 412L, LimitUnit.WH, 64L, LimitUnit.UH, 42L, LimitUnit.UD, 4L));
    }

    @Test
    void theShippedCatalogueSpeaksBothLanguages() {
        Criterion cover = only("C-0101-02");
        assertThat(cover.condition()).isEqualTo("破损面积超过 25 cm²");
        assertThat(cover.closing()).isEqualTo("更换或修复");
        assertThat(cover.english()).isEqualTo(new Criterion.Wording("broken area over 25 cm²", "replaced or repaired"));
        assertThat(cover.placeholder()).isFalse();
        assertThat(only("C-0104-01").placeholder()).isTrue();
        assertThat(only("C-0104-01").english()).isNull();
    }

    @Test
    void aCityThatWritesChineseOnlyNeedsNoEnglishColumns() throws IOException {
        city("condition_zh,closing_zh", "盖板松动,加固");
        Criterion own = only("C-0101-01");
        assertThat(own.condition()).isEqualTo("盖板松动");
        assertThat(own.closing()).isEqualTo("加固");
        assertThat(own.english()).isNull();
        assertThat(own.placeholder()).isFalse();
    }

    @Test
    void aCityThatWritesEnglishOnlyShowsItInBothLanguages() throws IOException {
        city("condition_en,closing_en", "cover loose,fastened");
        Criterion own = only("C-0101-01");
        assertThat(own.condition()).isEqualTo("cover loose");
        assertThat(own.closing()).isEqualTo("fastened");
        assertThat(own.english()).isEqualTo(new Criterion.Wording("cover loose", "fastened"));
    }

    @Test
    void aCriterionWithoutAnyConditionIsAPlaceholder() throws IOException {
        city("condition_zh,closing_zh", ",");
        assertThat(only("C-0101-01").placeholder()).isTrue();
    }

    private void city(String columns, String texts) throws IOException {
        Files.createDirectories(folder.resolve("catalogue"));
        Files.writeString(
                folder.resolve("catalogue/criteria.csv"),
                "kind,code,criterion_id,limit_value,limit_unit," + columns + "\ncomponent,0101,0101-01,2,UH," + texts);
    }

    private Criterion only(String id) {
        return new CatalogueFiles(folder)
                .catalogue("c-1").classes().stream()
                        .flatMap(c -> c.criteria().stream())
                        .filter(k -> k.id().value().equals(id))
                        .reduce((_, _) -> {
                            throw new AssertionError(id + " stands twice");
                        })
                        .orElseThrow();
    }

    private void limits(String kind, List<CSVRecord> classes) {
        for (CSVRecord type : classes) {
            Predicate<CSVRecord> own = r -> r.get("kind").equals(kind)
                    && r.get("code").equals(type.get("code"))
                    && !r.get("origin").equals(BESIDES);
            assertThat(limits(own)).as("%s", type).isEqualTo(type.get("limits"));
        }
    }

    private String limits(Predicate<CSVRecord> which) {
        return rows.stream()
                .filter(which)
                .map(r -> r.get("limit_value") + r.get("limit_unit"))
                .collect(Collectors.joining(";"));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<CSVRecord> shipped(String name) {
        try (InputStream in = CriteriaTest.class.getResourceAsStream("/org/yiping/catalogue/" + name)) {
            return Csv.read(name, Objects.requireNonNull(in), r -> r);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
