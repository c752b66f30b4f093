package org.yiping.console.ui.dispatch;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.yiping.console.store.Lookup.Twin;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Chip;
import org.yiping.domain.advice.PlaceCandidate;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Place;
import org.yiping.domain.geo.Position;

/// What an action goes towards: the case that survives a merge (并入), the place that was meant (选定地点). FX thread.
final class TargetInputs {
    private final CaseViewModel model;
    private final Hall hall;

    TargetInputs(CaseViewModel model, Hall hall) {
        this.model = model;
        this.hall = hall;
    }

    /// The cases offered as the same thing that still take something in.
    Node survivors() {
        FlowPane flow = chips();
        ToggleGroup group = new ToggleGroup();
        for (Twin t : model.advice().twins().orElse(List.of())) {
            if (t.refusal() != null) {
                continue;
            }
            String words =
                    t.value().head().number().value() + " · " + model.words().metres(t.metres());
            Chip chip = new Chip("case/survivor-" + t.value().id().value(), words);
            chip.setToggleGroup(group);
            chip.setSelected(t.value().id().equals(model.choice().get().asked().survivor()));
            chip.setOnAction(_ -> model.choose(model.choice()
                    .get()
                    .with(model.choice().get().asked().withSurvivor(t.value().id()))));
            flow.getChildren().add(chip);
        }
        if (flow.getChildren().isEmpty()) {
            flow.getChildren().add(Nodes.label(hall.messages().get("case.no-survivor"), "t-second"));
        }
        return flow;
    }

    /// The candidates of the case's words, likeliest first, or a position typed.
    Node places() {
        Case c = model.value().orElse(null);
        String address = c == null ? "" : c.place().address();
        FlowPane flow = chips();
        ToggleGroup group = new ToggleGroup();
        int n = 0;
        for (PlaceCandidate p :
                c == null ? List.<PlaceCandidate>of() : c.place().open()) {
            String where = p.area() == null ? "" : " · " + model.words().area(p.area());
            Chip chip = new Chip("case/place-" + ++n, p.name() + where);
            chip.setToggleGroup(group);
            chip.setOnAction(_ -> pick(p.position(), address.isBlank() ? p.name() : address));
            flow.getChildren().add(chip);
        }
        TextField typed = new TextField();
        typed.setId("case/place-typed");
        typed.setPromptText(hall.messages().get("case.place-typed"));
        typed.setAccessibleText(hall.messages().get("case.place-typed"));
        typed.textProperty().subscribe(text -> Positions.read(text).ifPresent(p -> pick(p, address)));
        return new VBox(6, flow, typed);
    }

    private void pick(Position at, String address) {
        model.choose(model.choice().get().with(model.choice().get().asked().withPlace(new Place(at, address, null))));
    }

    private static FlowPane chips() {
        FlowPane flow = new FlowPane();
        flow.getStyleClass().add("chip-flow");
        return flow;
    }
}
