package org.yiping.console.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiping.domain.alarm.AlarmRules;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.Criterion;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.catalogue.Limit;
import org.yiping.domain.catalogue.LimitUnit;
import org.yiping.fake.Samples;

class CityRulesTest {
    private static final Case SAMPLE = Samples.aCase("c", "handling");
    private static final CriterionId ID = new CriterionId("k-1");

    private static Case under(String version) {
        Subject s = SAMPLE.subject();
        return new Case(
                SAMPLE.id(),
                new Case.CaseHead(SAMPLE.head().number(), "w", List.of(), version),
                new Subject(s.kind(), s.classCode(), ID, s.severity(), s.component(), s.description()),
                SAMPLE.place(),
                SAMPLE.report(),
                SAMPLE.progress());
    }

    private static CaseClass named(String name, int hours) {
        Criterion k = new Criterion(ID, name, new Limit(hours, LimitUnit.WH), "", false, null);
        return new CaseClass(SAMPLE.subject().classCode(), SAMPLE.subject().kind(), "", name, name, List.of(k));
    }

    private static CityFacts.Rules rules(List<CaseClass> inForce) {
        return new CityFacts.Rules(
                new Catalogue("2", inForce),
                new Workflow("w", List.of(), List.of()),
                "cal",
                Map.of("1", new Catalogue("1", List.of(named("旧", 4)))),
                List.of(),
                AlarmRules.NONE);
    }

    @Test
    void aCaseIsReadByTheCatalogueItWasFiledUnder() {
        CityFacts.Rules rules = rules(List.of(named("新", 8)));
        assertThat(rules.criterion(under("1")).orElseThrow().limit().value()).isEqualTo(4);
        assertThat(rules.criterion(under("2")).orElseThrow().limit().value()).isEqualTo(8);
        assertThat(rules.criterion(under("0")).orElseThrow().limit().value()).isEqualTo(8);
        assertThat(rules.caseClass(under("1")).orElseThrow().name()).isEqualTo("新");
    }

    @Test
    void aClassThatHasGoneStillHasAName() {
        CityFacts.Rules rules = rules(List.of());
        assertThat(rules.caseClass(under("1")).orElseThrow().name()).isEqualTo("旧");
        assertThat(rules.caseClass(under("2"))).isEmpty();
        assertThat(rules.criterion(SAMPLE)).isEmpty();
    }
}
