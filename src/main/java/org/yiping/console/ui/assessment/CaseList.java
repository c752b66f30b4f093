package org.yiping.console.ui.assessment;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.CaseRow;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.FaceCell;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.casework.CaseId;

/// The cases of the chosen department, which of them by a chip; a row opens its review. FX thread.
final class CaseList {
    private final AssessmentViewModel model;
    private final Messages messages;
    private final Runnable everyDepartment;
    private final PanelHeader header;
    private final Map<Scope, Chip> chips = new EnumMap<>(Scope.class);
    private final FlowPane filters = new FlowPane();
    private final ListView<CaseId> list = new ListView<>();
    private final Label count = Nodes.cut("", "t-second");
    private final KeyButton again;
    private final Runnable painted;
    private final PanelFrame root;
    private @Nullable Chip department;
    private boolean marking;

    CaseList(AssessmentViewModel model, Messages messages, Runnable everyDepartment) {
        this.model = model;
        this.messages = messages;
        this.everyDepartment = everyDepartment;
        header = new PanelHeader(messages, messages.get("assessment.cases"));
        filters.getStyleClass().addAll("chip-flow", "assessment-filters");
        for (Scope scope : Scope.values()) {
            Chip chip = new Chip("assessment/scope-" + scope.name().toLowerCase(Locale.ROOT), title(scope));
            chip.setOnAction(_ -> {
                model.scope(scope);
                tick();
            });
            chips.put(scope, chip);
            filters.getChildren().add(chip);
        }
        list.setId("assessment/cases");
        list.setAccessibleText(messages.get("assessment.cases"));
        list.getStyleClass().add("case-list");
        list.setItems(model.items());
        painted = FaceCell.fill(list, Row::new);
        list.setPlaceholder(EmptyState.empty(messages.get("assessment.no-cases")));
        list.getSelectionModel().selectedItemProperty().subscribe(id -> {
            if (!marking && id != null) {
                model.pick(id);
            }
        });
        again = new KeyButton(messages, "assessment/again", messages.get("assessment.again"), "F5", () -> {
                    model.refill();
                    tick();
                })
                .flat()
                .low();
        VBox content = new VBox(filters, Nodes.grow(list));
        root = new PanelFrame(header, content);
        root.foot(Nodes.row("line", Nodes.grow(count), again));
    }

    Region root() {
        return root;
    }

    /// What the head and the foot say, and the rows on screen.
    void tick() {
        var id = model.chosen();
        header.title(
                id == null ? messages.get("assessment.cases") : model.words().department(id));
        header.count(model.items().size());
        chips.forEach((scope, chip) -> chip.setSelected(scope == model.scope()));
        Nodes.show(again, model.waiting() > 0);
        count.setText(
                model.waiting() > 0
                        ? messages.get("assessment.waiting", model.waiting())
                        : switch (model.scope()) {
                            case OPEN, OVERDUE -> messages.get("assessment.order-due");
                            case ALL, ENDED, UNREVIEWED -> messages.get("assessment.order-newest");
                        });
        painted.run();
        showDepartment(id == null ? null : model.words().department(id));
        mark();
    }

    private void showDepartment(@Nullable String name) {
        boolean there = department != null;
        if (name == null && there) {
            filters.getChildren().removeFirst();
            department = null;
        } else if (name != null && !there) {
            department = Chip.removable("assessment/department", name, messages, everyDepartment);
            filters.getChildren().addFirst(department);
        }
        if (department != null && name != null) {
            department.words(name);
            department.setSelected(true);
        }
    }

    private void mark() {
        CaseId picked = model.picked();
        if (!Objects.equals(picked, list.getSelectionModel().getSelectedItem())) {
            marking = true;
            if (picked != null && model.items().contains(picked)) {
                list.getSelectionModel().select(picked);
            } else {
                list.getSelectionModel().clearSelection();
            }
            marking = false;
        }
    }

    private String title(Scope scope) {
        return switch (scope) {
            case ALL -> messages.get("assessment.scope-all");
            case OPEN -> messages.get("assessment.scope-open");
            case OVERDUE -> messages.get("assessment.scope-overdue");
            case ENDED -> messages.get("assessment.scope-ended");
            case UNREVIEWED -> messages.get("assessment.scope-unreviewed");
        };
    }

    /// A cell follows the pulse: only rows on screen are written.
    private final class Row implements FaceCell.Face<CaseId> {
        private final CaseRow row = new CaseRow(messages);

        @Override
        public Region root() {
            return row;
        }

        @Override
        public @Nullable String show(CaseId id) {
            CaseFace face = model.face(id);
            if (face == null) {
                return null;
            }
            row.show(face, model.now());
            return face.text().name() + " " + face.text().place();
        }
    }
}
