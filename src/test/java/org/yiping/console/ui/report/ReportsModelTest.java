package org.yiping.console.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.HeldReports;
import org.yiping.console.ui.MadeUpReports;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.report.ReportCard;
import org.yiping.domain.report.ReportId;
import org.yiping.domain.report.ReportRun;
import org.yiping.domain.report.ReportWish;

class ReportsModelTest {
    private static final ReportWish DAILY = new ReportWish("daily", null, null, null, null, FigureScope.CITY, "zh");
    private static final ReportWish WEEKLY = new ReportWish("weekly", null, null, null, null, FigureScope.CITY, "zh");
    private static final List<ReportCard> CARDS = ((Found.Got<List<ReportCard>>)
                    new MadeUpReports(DeskFixture.START).newest().join())
            .value();
    /// Which of them is being made.
    private static final ReportId MAKING = new ReportId("a");

    private final DeskFixture fixture = new DeskFixture("supervisor");
    private final HeldReports platform = new HeldReports();
    private int changes;
    private ReportsModel model;

    @BeforeEach
    void open() {
        fixture.reports = platform;
        model = new ReportsModel(fixture.desk, fixture.hall, () -> changes++);
        model.again();
        platform.newest.getFirst().complete(new Found.Got<>(CARDS));
    }

    @Test
    void while_one_is_made_it_is_asked_every_second_else_every_ten() {
        model.tick();
        assertThat(platform.newest).hasSize(1);
        fixture.pass(Duration.ofSeconds(1));
        model.tick();
        model.tick();
        assertThat(platform.newest).as("not asked again before it answers").hasSize(2);
        platform.newest.get(1).complete(new Found.Got<>(List.of()));
        fixture.pass(Duration.ofSeconds(9));
        model.tick();
        assertThat(platform.newest).hasSize(2);
        fixture.pass(Duration.ofSeconds(1));
        model.tick();
        assertThat(platform.newest).hasSize(3);
    }

    @Test
    void an_order_that_met_nobody_keeps_its_name() {
        model.order(DAILY);
        assertThat(model.isSending()).isTrue();
        model.order(DAILY);
        assertThat(platform.ordered).as("sent once while it is on its way").hasSize(1);
        platform.orders.getFirst().complete(new Found.Unreachable<>());
        assertThat(model.trouble()).isNotEmpty();
        model.order(DAILY);
        assertThat(platform.ordered.get(1)).isEqualTo(platform.ordered.getFirst());
        platform.orders.get(1).complete(new Found.Got<>(CARDS.get(1)));
        model.order(DAILY);
        assertThat(platform.ordered.get(2)).isNotEqualTo(platform.ordered.getFirst());
    }

    @Test
    void another_wish_after_a_lost_link_is_another_report() {
        model.order(DAILY);
        platform.orders.getFirst().complete(new Found.Unreachable<>());
        model.order(WEEKLY);
        assertThat(platform.ordered.get(1)).isNotEqualTo(platform.ordered.getFirst());
    }

    @Test
    void a_cancel_is_on_its_way_until_the_platform_says_so_and_never_shown_as_done() {
        model.cancel(MAKING);
        model.cancel(MAKING);
        assertThat(platform.cancels).hasSize(1);
        assertThat(model.isCancelling(MAKING)).isTrue();
        assertThat(card().run().state()).isEqualTo(ReportRun.ORDERED);
        platform.cancels.getFirst().complete(new Found.Refused<>("RPT-4090", "已经结束"));
        assertThat(model.isCancelling(MAKING)).isFalse();
        assertThat(model.trouble()).contains("RPT-4090");
    }

    private ReportCard card() {
        return model.cards().stream()
                .filter(c -> c.run().id().equals(MAKING))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_lost_link_keeps_what_was_known_and_says_so() {
        fixture.pass(Duration.ofSeconds(2));
        model.tick();
        platform.newest.get(1).complete(new Found.Unreachable<>());
        assertThat(model.cards()).hasSize(CARDS.size());
        assertThat(model.trouble()).isNotEmpty();
        assertThat(model.answered()).contains(DeskFixture.START);
    }

    @ParameterizedTest
    @CsvSource({"UI-4120, UI-4120", "UI-4121, UI-4121", "RES-4040, RES-4040"})
    void a_file_that_was_not_saved_is_told_with_its_code(String code, String told) {
        platform.saved = new Found.Refused<>(code, "");
        ReportRun run = CARDS.getFirst().run();
        model.save(run, run.files().getFirst(), Path.of("x.pdf"));
        assertThat(fixture.hall.notices().all())
                .last()
                .satisfies(n -> assertThat(n.code()).isEqualTo(told));
    }
}
