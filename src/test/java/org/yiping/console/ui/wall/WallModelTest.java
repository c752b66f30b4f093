package org.yiping.console.ui.wall;

// long because what a wall says is a few lines each of one set-up

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Fx;
import org.yiping.console.store.Damage;
import org.yiping.console.store.Freshness;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.SmallCity;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.hall.HallId;
import org.yiping.domain.hall.OpenDay;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;

class WallModelTest {
    private final SmallCity city = new SmallCity(Fx.direct(), "zh");
    private final WallModel model = new WallModel(city.desk, city.hall);

    @Test
    void beforeAnythingIsKnownEveryFigureIsADashAndNoneIsZero() {
        model.show();
        model.count(SmallCity.NOW, () -> {});

        WallFace face = model.face(SmallCity.NOW, Set.of());

        assertThat(face.standing().known()).isFalse();
        assertThat(face.figures()).extracting(WallFace.Figure::value).containsOnly("—");
        assertThat(face.figures()).extracting(WallFace.Figure::tone).containsOnly(WallFace.Tone.UNKNOWN);
        assertThat(face.urgent()).isEmpty();
    }

    @Test
    void figuresCarryTheirFractionAndTheLegendsOwnCounts() {
        city.rules("wall").filled(140);
        model.show();
        model.count(SmallCity.NOW, () -> {});

        WallFace face = model.face(SmallCity.NOW, Set.of());

        assertThat(value(face, 0)).isEqualTo("286");
        assertThat(value(face, 1)).isEqualTo("97.4");
        assertThat(face.figures().get(1).note()).contains("264").contains("271");
        assertThat(value(face, 2))
                .isEqualTo(Integer.toString(face.standing().counts().open()));
        assertThat(value(face, 3)).isEqualTo("2");
        assertThat(face.figures().get(3).tone()).isEqualTo(WallFace.Tone.ALARM);
        assertThat(face.day().clock()).isEqualTo("10:42");
        assertThat(face.foot().simulated()).isTrue();
    }

    @Test
    void theNoticeIsInTheInterfacesLanguage() {
        city.rules("wall");
        assertThat(model.face(SmallCity.NOW, Set.of()).foot().notice()).isEqualTo("虚构城市，数据均为模拟");
        SmallCity english = new SmallCity(Fx.direct(), "en").rules("wall");
        WallFace face = new WallModel(english.desk, english.hall).face(SmallCity.NOW, Set.of());
        assertThat(face.foot().notice()).isEqualTo("Fictional city on OSM streets");
    }

    @Test
    void visitorsAreToldTheStepThatWasAskedFor() {
        assertThat(model.face(SmallCity.NOW, Set.of()).told()).isEqualTo(new WallFace.Told("", ""));
        Actor leader = new Actor(new PersonId("p1"), new PostCode("leader"), new SeatId("01"));
        city.tables.openDays.put(
                HallId.OWN,
                new OpenDay(HallId.OWN, true, SmallCity.NOW, leader, new OpenDay.Telling(new CaseId("c1"), 3, leader)));

        WallFace.Told told = model.face(SmallCity.NOW, Set.of()).told();

        assertThat(told.title()).isEqualTo("演示 3 / 12");
        assertThat(told.caption()).startsWith("监督员到场");
    }

    @Test
    void aRateOfNothingIsUnknownAndSaysWhy() {
        city.rules("wall");
        city.tables.kpis.freshness(new Freshness(true, SmallCity.NOW));
        city.figure("on-time-rate", null, 0L, 0L);

        WallFace.Figure rate = model.face(SmallCity.NOW, Set.of()).figures().get(1);

        assertThat(rate.value()).isEqualTo("—");
        assertThat(rate.note()).isEqualTo("今日尚无结案");
    }

    @Test
    void aFigureOlderThanItsPromiseSaysItsAge() {
        city.rules("wall").filled(4);

        WallFace.Figure filed =
                model.face(SmallCity.NOW.plusSeconds(160), Set.of()).figures().getFirst();

        assertThat(filed.tone()).isEqualTo(WallFace.Tone.STALE);
        assertThat(filed.note()).contains("3 分 00 秒 前");
    }

    @Test
    void theFourMostUrgentStandInTheOrderOfTheirDueMoment() {
        city.rules("wall").filled(140);
        model.show();
        model.count(SmallCity.NOW, () -> {});

        List<CaseFace> urgent = model.face(SmallCity.NOW, Set.of()).urgent();

        assertThat(urgent).extracting(f -> f.value().id().value()).containsExactly("c-0", "c-1", "c-2", "c-3");
        assertThat(urgent).extracting(f -> f.text().name()).containsExactly("道路积水", "非机动车乱停放", "污水井盖", "店外经营");
    }

    @Test
    void aCountIsRepeatedOnlyWhenACaseChangesOrALightTurns() {
        city.rules("wall");
        Case c = SmallCity.one(1, 0, "handling", Duration.ofMinutes(30));
        city.tables.cases.put(c.id(), c);
        model.show();
        int[] counts = new int[1];
        model.count(SmallCity.NOW, () -> counts[0]++);
        model.count(SmallCity.NOW.plusSeconds(1), () -> counts[0]++);
        assertThat(counts[0]).isOne();
        assertThat(model.standing().counts().calm()).isOne();

        model.count(SmallCity.NOW.plusSeconds(6 * 60), () -> counts[0]++);
        assertThat(counts[0]).isEqualTo(2);
        assertThat(model.standing().counts().soon()).isOne();

        model.count(SmallCity.NOW.plusSeconds(31 * 60), () -> counts[0]++);
        assertThat(model.standing().counts().over()).isOne();

        model.hide();
        city.tables.cases.remove(c.id());
        model.count(SmallCity.NOW.plusSeconds(32 * 60), () -> counts[0]++);
        assertThat(counts[0]).isEqualTo(3);
    }

    @Test
    void aClockThatWasAheadAndIsPutBackTurnsLightsBack() {
        city.rules("wall");
        Case c = SmallCity.one(1, 0, "handling", Duration.ofMinutes(30));
        city.tables.cases.put(c.id(), c);
        model.show();
        model.count(SmallCity.NOW.plus(Duration.ofHours(1)), () -> {});
        assertThat(model.standing().counts().over()).isOne();

        model.count(SmallCity.NOW, () -> {});
        assertThat(model.standing().counts().over()).isZero();
        assertThat(model.standing().counts().calm()).isOne();
        model.hide();
    }

    @Test
    void whatCannotBeCountedIsUnknownAndTriedAgainAfterAMinute() {
        city.rules("wall");
        Case c = SmallCity.one(1, 0, "handling", Duration.ofMinutes(30));
        city.tables.cases.put(c.id(), c);
        model.show();
        model.count(SmallCity.NOW, () -> {});
        assertThat(model.standing().known()).isTrue();

        CaseClock clock = c.runningClock().orElseThrow();
        CaseClock endless = new CaseClock(
                clock.stage(), clock.startedAt(), SmallCity.NOW, Instant.MAX, null, clock.basis()); // no light after it
        Case broken = new Case(
                new CaseId("broken"),
                c.head(),
                c.subject(),
                c.place(),
                c.report(),
                new Progress(
                        c.progress().state(),
                        null,
                        null,
                        List.of(endless),
                        c.progress().milestones(),
                        List.of()));
        city.tables.cases.put(broken.id(), broken);
        model.count(SmallCity.NOW.plusSeconds(1), () -> {});
        assertThat(model.standing().known()).as("no counts of before").isFalse();

        model.hide(); // nobody says that it is whole again
        city.tables.cases.remove(broken.id());
        model.count(SmallCity.NOW.plusSeconds(30), () -> {});
        assertThat(model.standing().known()).isFalse();
        model.count(SmallCity.NOW.plusSeconds(61), () -> {});
        assertThat(model.standing().counts().calm()).isOne();
    }

    @Test
    void howLongNobodyHasAnsweredStandsOnTheWallWhereTheLimitHasPassed() {
        city.rules("wall").filled(40);
        model.show();
        Case c = SmallCity.one(1, 0, "to-dispatch", Duration.ofMinutes(30));
        Instant since = SmallCity.NOW.minusSeconds(100);
        Alarm alarm = new Alarm(
                Alarm.Kind.OVER,
                new PostCode("dispatcher"),
                "a-1",
                since,
                List.of(new Alarm.Offer(
                        "seat", new PostCode("dispatcher"), null, since, SmallCity.NOW.plusSeconds(20), null)),
                null,
                null);
        city.tables.cases.put(c.id(), c.withProgress(c.progress().with(alarm)));
        assertThat(rateAt(SmallCity.NOW).label()).as("still in time").isEqualTo("按期处置率");

        WallFace.Figure late = rateAt(SmallCity.NOW.plusSeconds(21));
        assertThat(late.label()).isEqualTo("告警无人应答");
        assertThat(late.value()).isEqualTo("02:01");
        assertThat(late.tone()).isEqualTo(WallFace.Tone.ALARM);
        assertThat(late.note()).contains("1");

        Actor by = new Actor(new PersonId("p-1"), new PostCode("dispatcher"), new SeatId("01"));
        city.tables.cases.put(c.id(), c.withProgress(c.progress().with(alarm.answered(by, SmallCity.NOW))));
        assertThat(rateAt(SmallCity.NOW.plusSeconds(22)).label()).isEqualTo("按期处置率");
    }

    @Test
    void whoHasWaitedLongestIsFirstAndInFocusWhoeverElseIsDueEarlier() {
        city.rules("wall").filled(40);
        calls(Samples.without("mute", "to-dispatch", SmallCity.NOW), 90); // no clock runs for it
        calls(SmallCity.one(200, 1, "to-dispatch", Duration.ofMinutes(30)), 200);
        model.show();
        model.count(SmallCity.NOW, () -> {});

        WallFace face = model.face(SmallCity.NOW, Set.of());
        assertThat(face.detail().byName().get("unanswered").value()).isEqualTo("03:20");
        assertThat(face.detail().focus()).isNotNull();
        assertThat(face.detail().focus().face().value().id().value()).isEqualTo("c-200");
        assertThat(face.urgent())
                .extracting(f -> f.value().id().value())
                .containsExactly("c-200", "mute", "c-0", "c-1");
        model.hide();
    }

    private void calls(Case c, int seconds) {
        Instant since = SmallCity.NOW.minusSeconds(seconds);
        PostCode post = new PostCode("dispatcher");
        Alarm alarm = new Alarm(
                Alarm.Kind.NEW,
                post,
                "a-1",
                since,
                List.of(new Alarm.Offer("seat", post, null, since, since.plusSeconds(60), null)),
                null,
                null);
        city.tables.cases.put(c.id(), c.withProgress(c.progress().with(alarm)));
    }

    private WallFace.Figure rateAt(Instant now) {
        model.count(now, () -> {});
        return model.face(now, Set.of()).figures().get(1);
    }

    @Test
    void aLostLinkMakesCountsStaleButKeepsThem() {
        city.rules("wall").filled(40);
        model.show();
        model.count(SmallCity.NOW, () -> {});
        city.tables.facts(new Freshness(false, SmallCity.NOW));

        WallFace face = model.face(SmallCity.NOW.plusSeconds(30), Set.of());

        assertThat(face.stale()).isTrue();
        assertThat(face.figures().get(3).tone()).isEqualTo(WallFace.Tone.STALE);
        assertThat(face.urgent()).hasSize(4).allMatch(CaseFace::stale);
    }

    @Test
    void whatADamagedDiskDoesNotGiveBackIsUnknownNamedAndTheMapIsDated() {
        city.rules("wall");
        Freshness old = new Freshness(false, SmallCity.NOW.minusSeconds(3600));
        city.tables.facts(old);
        city.tables.cases.freshness(Freshness.NEVER);
        city.tables.layers.freshness(old);
        city.tables.damage.set(new Damage(Set.of("case", "rule", "roster"), Map.of("camera", 3L)), old);
        model.show();
        model.count(SmallCity.NOW, () -> {});

        WallFace face = model.face(SmallCity.NOW, Set.of());
        assertThat(face.figures()).extracting(WallFace.Figure::value).containsOnly("—");
        assertThat(face.foot().lost()).isEqualTo("本机存储损坏，平台联上前缺：案件 · 其他记录 · 摄像头 3 条");
        assertThat(face.detail().lateCases()).startsWith("截至 09:42:18");

        city.tables.damage.set(Damage.NONE, old);
        assertThat(model.face(SmallCity.NOW, Set.of()).foot().lost()).isEmpty();
        model.hide();
    }

    @Test
    void endedCasesAreNeitherOpenNorUrgent() {
        Standing standing = Standing.of(
                List.of(
                        SmallCity.one(1, 0, "closed", Duration.ofMinutes(-5)),
                        SmallCity.one(2, 0, "rejected", Duration.ofMinutes(-5)),
                        Samples.without("n", "to-file", SmallCity.NOW))
                        .stream(),
                Samples.WORKFLOW,
                SmallCity.NOW);

        assertThat(standing.counts().open()).isOne();
        assertThat(standing.counts().untimed()).isOne();
        assertThat(standing.urgent()).isEmpty();
    }

    private static String value(WallFace face, int index) {
        return face.figures().get(index).value();
    }
}
