package org.yiping.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.EmptyPanel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.cases.CasesPanel;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.console.ui.dispatch.DispatchPanel;
import org.yiping.console.ui.shell.Shell;
import org.yiping.domain.casework.CaseId;
import org.yiping.needs.NeedsDisplay;

/// The measured start ends with a click that opens a case of the product's own queue.
@NeedsDisplay
class FirstClickTest {
    private final DeskFixture fixture = new DeskFixture("dispatcher");
    private @Nullable Stage stage;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @AfterEach
    void close() {
        Toolkit.onFx(() -> {
            stage.close();
            return true;
        });
    }

    @Test
    void theThirdRowIsOpenedAndTold() throws Exception {
        for (int i = 1; i <= 5; i++) {
            fixture.put(Samples.waiting("" + i, "to-dispatch", DeskFixture.START, Duration.ofHours(i)));
        }
        fixture.hall.ticker().tick();
        CompletableFuture<FirstClick.Moments> told = new CompletableFuture<>();
        stage = Toolkit.onFx(() -> {
            CasesPanel queue = new CasesPanel(fixture.desk, fixture.hall);
            DispatchPanel detail = new DispatchPanel(
                    fixture.desk, fixture.hall, new PanelCatalogue(Map.of("map-inset", EmptyPanel::new)));
            Scene scene = new Scene(new HBox(queue.root(), detail.root()), 1600, 800);
            fixture.hall.themes().apply(scene);
            Stage window = new Stage();
            window.setScene(scene);
            window.show();
            queue.onShow();
            detail.onShow();
            new FirstClick(
                            fixture.hall.fx(),
                            () -> fixture.hall.now(),
                            () -> List.of(new Shell.NamedScene("workbench", scene)),
                            fixture.tables.stores(),
                            () -> true,
                            told::complete)
                    .start();
            return window;
        });
        assertThat(told.get(60, TimeUnit.SECONDS).painted()).isEqualTo(DeskFixture.START.toEpochMilli());
        assertThat(fixture.selection.picked()).isEqualTo(new Selection.Picked.OfCase(new CaseId("3")));
    }
}
