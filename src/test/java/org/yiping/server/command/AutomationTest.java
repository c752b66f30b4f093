package org.yiping.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.automation.AutoRule;
import org.yiping.domain.automation.Plan;
import org.yiping.domain.automation.Planning;
import org.yiping.domain.casework.CaseRules;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import org.yiping.server.access.Roster;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Origin;

/// Rules that act by themselves, over a real storage and a clock that stands until the test moves it.
class AutomationTest {
    @TempDir
    Path folder;

    private SmallHall hall;

    @BeforeEach
    void open() {
        hall = new SmallHall(folder, AutomationTest::staff);
    }

    @AfterEach
    void close() {
        hall.close();
    }

    private static List<SmallHall.Keeper> staff(SmallHall hall, Rulebook book, CaseRules casework, Roster roster) {
        Planning planning = new Planning(book.workflow(), book.catalogues(), book.zone(), roster::departments);
        Automation automation = new Automation(hall.rows, book, casework, planning, hall.clock);
        return List.of(new SmallHall.Keeper() {
            @Override
            public void follow(List<Entry> entries) {
                automation.follow(entries);
            }

            @Override
            public void tick(CommandDesk desk) {
                automation.tick(desk);
            }
        });
    }

    private void alarm(String id, double confidence) {
        hall.must("collector", Wishes.alarm(id, SmallCity.WEST, confidence));
        hall.tick();
    }

    private Optional<Plan> plan(String id) {
        return Optional.ofNullable(Planning.automatic(hall.of(id)).plan());
    }

    /// To where a rule would dispatch.
    private void filed(String id) {
        alarm(id, 0.95);
        hall.must("acceptor", Wishes.act(id, "pass", 0, Map.of()));
        hall.must("leader", Wishes.act(id, "file", 0, Map.of("criterion", "E-0110-01")));
        hall.tick();
    }

    @Test
    void aRuleAnnouncesWaitsItsWindowAndActsUnderItsOwnName() {
        alarm("a", 0.95);
        assertThat(plan("a")).hasValueSatisfying(p -> {
            assertThat(p.rule().value()).isEqualTo("accept-alarms");
            assertThat(p.actsAt()).isEqualTo(SmallHall.MORNING.plusSeconds(30));
        });
        hall.later(Duration.ofSeconds(29));
        assertThat(hall.state("a")).isEqualTo("to-accept");
        hall.later(Duration.ofSeconds(1));
        assertThat(hall.state("a")).isEqualTo("to-file");
        assertThat(plan("a")).isEmpty();
        assertThat(hall.story("a")).containsExactly("p-col report", "accept-alarms plan", "accept-alarms pass");
        FlowRecord last = hall.records("a").getLast();
        assertThat(last.actor())
                .isEqualTo(new Actor(new PersonId("accept-alarms"), new PostCode("acceptor"), Planning.SEAT));
        assertThat(hall.of("a").progress().milestones().acceptedAt()).isEqualTo(SmallHall.MORNING.plusSeconds(30));
    }

    @Test
    void lessSureAnotherSourceOrAnotherClassIsLeftToPeople() {
        alarm("unsure", 0.89);
        hall.must("collector", Wishes.report("seen", SmallCity.WEST));
        hall.tick();
        hall.later(Duration.ofHours(1));
        assertThat(List.of("unsure", "seen")).allSatisfy(id -> {
            assertThat(hall.state(id)).isEqualTo("to-accept");
            assertThat(hall.of(id).progress().automatic()).isNull();
        });
    }

    @Test
    void whoObjectsInTimeEndsItForEver() {
        alarm("a", 0.95);
        hall.must("acceptor", Wishes.decide("a", "accept-alarms", false));
        hall.tick();
        hall.later(Duration.ofHours(2));
        assertThat(hall.state("a")).isEqualTo("to-accept");
        assertThat(hall.story("a")).endsWith("accept-alarms plan", "p-acc plan-veto");
        assertThat(hall.refused("acceptor", Wishes.decide("a", "accept-alarms", false)))
                .endsWith("no-plan");
    }

    @Test
    void onlyThePostsThatCouldActObject() {
        alarm("a", 0.95);
        assertThat(hall.refused("dispatcher", Wishes.decide("a", "accept-alarms", false)))
                .startsWith("403 ");
        hall.must("leader", Wishes.decide("a", "accept-alarms", false));
    }

    @Test
    void somebodyMayLetItActAtOnce() {
        alarm("a", 0.95);
        hall.must("acceptor", Wishes.decide("a", "accept-alarms", true));
        hall.tick();
        assertThat(hall.state("a")).isEqualTo("to-file");
        assertThat(hall.story("a")).endsWith("p-acc plan-go", "accept-alarms pass");
    }

    @Test
    void somebodyQuickerEndsTheAnnouncementAndIsNotOutdatedByIt() {
        hall.must("collector", Wishes.alarm("a", SmallCity.WEST, 0.95));
        long seen = hall.rows.find(Kinds.CASE, "a").orElseThrow().revision();
        hall.tick();
        assertThat(plan("a")).isPresent();
        hall.must("acceptor", Wishes.act("a", "reject", seen, Map.of("reason", "误报")));
        hall.later(Duration.ofMinutes(5));
        assertThat(hall.state("a")).isEqualTo("rejected");
        assertThat(plan("a")).isEmpty();
        assertThat(hall.refused("acceptor", Wishes.act("a", "reject", seen, Map.of("reason", "误报"))))
                .as("a step still outdates")
                .endsWith("outdated");
    }

    @Test
    void aStoppedRuleWithdrawsWhatItAnnouncedAndAnnouncesNothing() {
        alarm("a", 0.95);
        hall.must("leader", Wishes.halt("accept-alarms", true));
        alarm("b", 0.95);
        hall.later(Duration.ofSeconds(30));
        assertThat(hall.state("a")).isEqualTo("to-accept");
        assertThat(hall.records("a").getLast().given().kind()).isEqualTo("rule-stopped");
        assertThat(plan("b")).isEmpty();
        hall.must("leader", Wishes.halt("accept-alarms", false));
        hall.tick();
        assertThat(plan("b")).isPresent();
        hall.later(Duration.ofSeconds(30));
        assertThat(hall.state("b")).isEqualTo("to-file");
        assertThat(hall.state("a")).as("spent").isEqualTo("to-accept");
    }

    @Test
    void allAreStoppedAtOnceWithAReasonAndTheJournalSaysWho() {
        assertThat(hall.refused(
                        "leader", Wishes.command("haltRule", "*", 0, null, Map.of("halt", true, "reason", " "))))
                .endsWith("missing");
        hall.must("leader", Wishes.halt("*", true));
        assertThat(rules()).hasSize(2).allSatisfy(r -> {
            assertThat(r.halted().by().person().value()).isEqualTo("p-lead");
            assertThat(r.halted().reason()).isEqualTo("现场有变");
        });
        assertThat(hall.refused("leader", Wishes.halt("nobody", true))).startsWith("404 ");
    }

    private List<AutoRule> rules() {
        return List.of("accept-alarms", "dispatch-alarms").stream()
                .map(id -> hall.rows.find(Kinds.RULE, id).orElseThrow())
                .map(r -> Json.mapper().readValue(r.content(), AutoRule.class))
                .toList();
    }

    @Test
    void noMoreThanItsCapInAClockHourAlsoOverARestart() {
        for (String id : List.of("a", "b", "c")) {
            filed(id);
        }
        assertThat(plan("a")).isPresent();
        assertThat(plan("b")).isPresent();
        assertThat(plan("c")).as("two an hour").isEmpty();
        hall.restart(Duration.ZERO);
        hall.later(Duration.ofSeconds(40));
        assertThat(plan("c")).isEmpty();
        assertThat(hall.state("a")).isEqualTo("to-handle");
        hall.later(Duration.ofMinutes(59));
        assertThat(plan("c")).isPresent();
    }

    @Test
    void aWindowThatEndsWhileTheServerIsDownAsksOrActsAsTheRuleSays() {
        alarm("asks", 0.95);
        filed("acts");
        hall.restart(Duration.ofMinutes(10));
        assertThat(hall.state("acts")).isEqualTo("to-handle");
        assertThat(hall.of("acts").progress().department().value()).isEqualTo("d1");
        assertThat(hall.state("asks")).isEqualTo("to-accept");
        assertThat(plan("asks")).hasValueSatisfying(p -> assertThat(p.actsAt()).isNull());
        hall.later(Duration.ofHours(1));
        assertThat(hall.state("asks")).isEqualTo("to-accept");
        hall.must("acceptor", Wishes.decide("asks", "accept-alarms", true));
        hall.tick();
        assertThat(hall.state("asks")).isEqualTo("to-file");
    }

    @Test
    void aWindowThatOutlastsARestartGoesOn() {
        alarm("a", 0.95);
        hall.restart(Duration.ofSeconds(20));
        assertThat(hall.state("a")).isEqualTo("to-accept");
        hall.later(Duration.ofSeconds(10));
        assertThat(hall.state("a")).isEqualTo("to-file");
        assertThat(hall.story("a")).filteredOn(s -> s.endsWith(" pass")).hasSize(1);
    }

    @Test
    void itNeverActsTwiceOnACaseThatCameBack() {
        alarm("a", 0.95);
        hall.later(Duration.ofSeconds(30));
        hall.must("leader", Wishes.act("a", "return-to-accept", 0, Map.of("reason", "看不清")));
        hall.tick();
        hall.restart(Duration.ZERO);
        hall.later(Duration.ofHours(1));
        assertThat(hall.state("a")).isEqualTo("to-accept");
        assertThat(plan("a")).isEmpty();
    }

    @Test
    void anotherVersionOfARuleDoesNotDoWhatTheOldOneAnnounced() throws IOException {
        alarm("a", 0.95);
        Path file = folder.resolve("city/automation.json");
        Files.writeString(file, Files.readString(file).replace("auto-1", "auto-2"));
        hall.city
                .rules(hall.city.workflow())
                .forEach(r -> hall.desk.write(Origin.PLATFORM, List.of(SmallHall.fact(Kinds.RULE, r.id().value(), r))));
        hall.later(Duration.ofSeconds(30));
        assertThat(hall.state("a")).isEqualTo("to-accept");
        assertThat(hall.records("a").getLast().given().kind()).isEqualTo("rule-changed");
    }
}
