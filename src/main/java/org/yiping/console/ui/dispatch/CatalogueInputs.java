package org.yiping.console.ui.dispatch;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.control.Chip;
import org.yiping.domain.catalogue.Criterion;
import org.yiping.domain.identity.Department;

/// What an action picks from the city's own lists: a filing criterion (立案条件), a department. FX thread.
final class CatalogueInputs {
    private static final int MOST_CHIPS = 12;

    private final CaseViewModel model;
    private final Hall hall;

    CatalogueInputs(CaseViewModel model, Hall hall) {
        this.model = model;
        this.hall = hall;
    }

    /// Of the case's class; the only one is chosen already.
    Node criteria() {
        ChipFlow flow = new ChipFlow();
        List<Criterion> all = model.value()
                .flatMap(model.words()::caseClass)
                .map(c -> c.criteria())
                .orElse(List.of());
        for (Criterion k : all) {
            String words = model.words().condition(k).orElse(text("case.placeholder")) + " · "
                    + model.words().limit(k.limit());
            Chip chip = flow.add(
                    "case/criterion-" + k.id().value(),
                    words,
                    () -> model.choose(model.choice().get().with(k.id())));
            if (all.size() == 1) {
                chip.setSelected(true);
                model.choose(model.choice().get().with(k.id()));
            }
        }
        return flow;
    }

    Node departments() {
        ChipFlow flow = new ChipFlow();
        TextField find = new TextField();
        find.setId("case/department-find");
        find.setPromptText(text("case.department-find"));
        find.setAccessibleText(text("case.department-find"));
        find.textProperty().subscribe(typed -> {
            flow.clear();
            model.desk()
                    .stores()
                    .departments()
                    .rows()
                    .values()
                    .filter(d -> d.name().toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT)))
                    .sorted(Comparator.comparing(Department::name))
                    .limit(MOST_CHIPS)
                    .forEach(d -> flow.add(
                                    "case/department-" + d.id().value(),
                                    d.name(),
                                    () -> model.choose(model.choice().get().with(d.id())))
                            .setSelected(d.id().equals(model.choice().get().department())));
        });
        return new VBox(6, find, flow);
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
