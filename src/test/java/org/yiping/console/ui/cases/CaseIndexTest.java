package org.yiping.console.ui.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.Samples;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.CaseNumber;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Report;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.text.Term;

class CaseIndexTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:42:18Z");

    private final CaseBook book = new CaseBook();
    private final CaseIndex index = new CaseIndex(CaseIndexTest::named);

    private static List<String> named(Case c) {
        return c.subject().classCode().value().equals("0102")
                ? List.of("0102", "污水井盖", "sewer cover")
                : List.of(c.subject().classCode().value());
    }

    private static Case sample(String id, String code, String address, String description, @Nullable Caller caller) {
        Case plain = Samples.without(id, "to-dispatch", NOW);
        return new Case(
                new CaseId(id),
                new Case.CaseHead(new CaseNumber("C0102202611" + id), "w", List.of()),
                new Subject(new KindCode("component"), new ClassCode(code), null, Severity.ORDINARY, null, description),
                new Place(null, address, null),
                new Report(plain.report().source(), NOW, null, caller, null, true),
                plain.progress());
    }

    private void put(Case value) {
        int before = book.slot(value.id());
        Case was = before == SlotTable.NONE ? null : book.at(before);
        index.put(book.put(value, NOW), was, value);
    }

    private List<String> found(String typed) {
        return index.find(Term.typed(typed), book).stream()
                .mapToObj(slot -> Objects.requireNonNull(book.at(slot)).id().value())
                .sorted()
                .toList();
    }

    @Test
    void aCaseIsFoundByWhateverIsWrittenOnIt() {
        put(sample("0089", "0102", "玉林东路口北 50 m", "移位，有安全隐患", new Caller("王先生", "13900001234", false, false)));
        put(sample("0090", "0200", "滨江路 3 号", "暴露垃圾", null));
        for (String typed : List.of(
                "yldl",
                "yulin",
                "yuli",
                "玉林东",
                "0089",
                "c0102",
                "2611008",
                "13900001234",
                "0001234",
                "王先生",
                "wangxian",
                "污水井盖",
                "wsjg",
                "sewer",
                "0102",
                "移位",
                "aqyh",
                "安全隐患",
                "玉林 移位",
                "yl 1390",
                "路口北")) {
            assertThat(found(typed)).as(typed).contains("0089");
        }
        for (String typed : List.of("yulan", "0091", "滨江 移位", "玉林移位", "13900001235", "kkk", "号")) {
            assertThat(found(typed)).as(typed).doesNotContain("0089");
        }
        assertThat(found("")).isEmpty();
    }

    @Test
    void ofAMaskedCallerOnlyWhatIsShownIsFound() {
        put(sample("0089", "0102", "玉林东路", "移位", new Caller("王**", "139****1234", false, true)));
        assertThat(found("1234")).containsExactly("0089");
        assertThat(found("0000")).isEmpty();
        assertThat(found("13900001234")).isEmpty();
        assertThat(found("王先生")).isEmpty();
    }

    @Test
    void aCaseWordedAnewIsFoundByItsNewWordsOnlyAndOneGoneByNone() {
        put(sample("0089", "0102", "玉林东路", "移位", null));
        put(sample("0089", "0200", "滨江路", "移位", null));
        assertThat(found("玉林")).isEmpty();
        assertThat(found("污水")).isEmpty();
        assertThat(found("滨江")).containsExactly("0089");

        index.remove(book.gone(new CaseId("0089")));
        assertThat(found("滨江")).isEmpty();
        put(sample("0090", "0200", "长安街", "破损", null));
        assertThat(found("滨江")).isEmpty();
        assertThat(found("changan")).containsExactly("0090");
    }

    @Test
    void manyChangesLaterItFindsWhatLookingThroughEveryCaseFinds() {
        Random random = new Random(11);
        List<String> places = List.of("玉林东路", "滨江路 3 号", "长安街", "一环路南四段", "倪家桥路", "芳草街");
        List<String> what = List.of("移位", "有异味扰民", "夜间施工", "", "井盖破损，已持续三天");
        for (int i = 0; i < 60_000; i++) {
            String id = String.format(java.util.Locale.ROOT, "%04d", random.nextInt(500));
            if (random.nextInt(20) == 0) {
                int slot = book.gone(new CaseId(id));
                if (slot != SlotTable.NONE) {
                    index.remove(slot);
                }
            } else {
                put(sample(
                        id,
                        random.nextBoolean() ? "0102" : "0200",
                        places.get(random.nextInt(places.size())) + random.nextInt(99),
                        what.get(random.nextInt(what.size())),
                        null));
            }
            index.tidy(book);
        }
        for (String typed : List.of("yl", "yulin", "12", "污水", "一环路南", "njq", "c01022026110", "扰民 滨江", "z")) {
            List<Term> terms = Term.typed(typed);
            BitSet expected = new BitSet();
            List<String> ids = new ArrayList<>();
            book.each(slot -> {
                Case value = Objects.requireNonNull(book.at(slot));
                if (index.matches(terms, slot, value)) {
                    expected.set(slot);
                    ids.add(value.id().value());
                }
            });
            assertThat(index.find(terms, book)).as(typed).isEqualTo(expected);
            assertThat(expected.isEmpty()).as(typed).isFalse();
            assertThat(found(typed)).isEqualTo(ids.stream().sorted().toList());
        }
    }
}
