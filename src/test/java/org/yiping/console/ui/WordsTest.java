package org.yiping.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.Criterion;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.catalogue.Limit;
import org.yiping.domain.catalogue.LimitUnit;

class WordsTest {
    private final DeskFixture fixture = new DeskFixture("dispatcher");
    private final Words words = new Words(fixture.desk.stores(), fixture.hall.messages());

    @Test
    void aCriterionIsReadInTheOperatorsLanguage() {
        Criterion both = criterion("有暴露垃圾", "已清除", new Criterion.Wording("waste in the open", "cleared"));
        assertThat(words.condition(both)).contains("有暴露垃圾");
        assertThat(words.closing(both)).contains("已清除");
        english();
        assertThat(words.condition(both)).contains("waste in the open");
        assertThat(words.closing(both)).contains("cleared");
    }

    @Test
    void whatOneLanguageLacksTheOtherSays() {
        Criterion chineseOnly = criterion("有暴露垃圾", "已清除", null);
        Criterion mixed = criterion("", "已清除", new Criterion.Wording("waste in the open", ""));
        assertThat(words.condition(mixed)).contains("waste in the open");
        english();
        assertThat(words.condition(chineseOnly)).contains("有暴露垃圾");
        assertThat(words.closing(chineseOnly)).contains("已清除");
        assertThat(words.closing(mixed)).contains("已清除");
    }

    @Test
    void whatTheCityHasNotWrittenIsNeverInvented() {
        Criterion placeholder =
                new Criterion(new CriterionId("E-0110-02"), "draft", new Limit(1, LimitUnit.WD), "draft", true, null);
        Criterion open = criterion("有暴露垃圾", "", null);
        assertThat(words.condition(placeholder)).isEmpty();
        assertThat(words.closing(placeholder)).isEmpty();
        assertThat(words.closing(open)).isEmpty();
        english();
        assertThat(words.condition(placeholder)).isEmpty();
    }

    @Test
    void aClassStandsUnderItsMajorClassOrInEnglishUnderItsKind() {
        CaseClass type = new CaseClass(
                new ClassCode("E-0110"), new KindCode("event"), "市容环境", "暴露垃圾", "exposed waste", List.of());
        assertThat(words.group(type)).isEqualTo("市容环境");
        english();
        assertThat(words.group(type)).isEqualTo("Event");
    }

    @Test
    void sourcesOfTheShippedMappingsHaveNames() {
        assertThat(words.source(new SourceCode("staff"))).isEqualTo("工作人员");
        assertThat(words.source(new SourceCode("web"))).isEqualTo("网站");
        assertThat(words.source(new SourceCode("pigeon"))).isEqualTo("未知（pigeon）");
    }

    private void english() {
        fixture.hall.messages().use(Locale.ENGLISH);
    }

    private static Criterion criterion(String condition, String closing, Criterion.@Nullable Wording english) {
        return new Criterion(
                new CriterionId("E-0110-01"), condition, new Limit(2, LimitUnit.UH), closing, false, english);
    }
}
