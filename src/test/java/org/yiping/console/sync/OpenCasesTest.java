package org.yiping.console.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.Tables;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.hall.HallId;
import org.yiping.domain.hall.OpenDay;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;

class OpenCasesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:42:18Z");
    private static final CaseId CASE = new CaseId("1");
    private static final Actor LEADER = new Actor(new PersonId("p"), new PostCode("duty-leader"), new SeatId("01"));

    private final Tables tables = new Tables(() -> NOW);
    private final OpenCases open = new OpenCases(tables.records);

    private static FlowRecord record(String id, String note) {
        return new FlowRecord(
                new RecordId(id),
                CASE,
                NOW,
                LEADER,
                new FlowRecord.Step(new ActionCode("pass"), new StateCode("to-accept"), new StateCode("to-file")),
                note);
    }

    private void openDay(boolean on) {
        tables.openDays.put(HallId.OWN, new OpenDay(HallId.OWN, on, NOW.plusSeconds(on ? 1 : 2), LEADER, null));
    }

    private List<String> notes() {
        return tables.records.rows().find(CASE).orElseThrow().stream()
                .map(FlowRecord::note)
                .toList();
    }

    @Test
    void whatComesDuringAnOpenDayIsHiddenMeanwhileAndWholeAfterwards() {
        open.open(CASE);
        open.fetched(CASE, List.of(record("r1", "王先生来电")));
        openDay(true);
        open.pushed(record("r2", "再次来电"));
        assertThat(notes()).hasSize(2).doesNotContain("王先生来电", "再次来电");
        openDay(false);
        assertThat(notes()).containsExactly("王先生来电", "再次来电");
    }
}
