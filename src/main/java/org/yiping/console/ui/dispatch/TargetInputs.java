package org.yiping.console.ui.dispatch;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.yiping.console.store.Lookup.Twin;
import org.yiping.console.ui.Hall;
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
        ChipFlow flow = new ChipFlow();
        for (Twin t : model.advice().twins().orElse(List.of())) {
            if (t.refusal() != null) {
                continue;
            }
            String words =
                    t.value().head().number().value() + " · " + model.words().metres(t.metres());
            flow.add(
                            "case/survivor-" + t.value().id().value(),
                            words,
                            () -> model.choose(model.choice()
                                    .get()
                                    .with(model.choice()
                                            .get()
                                            .asked()
                                            .withSurvivor(t.value().id()))))
                    .setSelected(
                            t.value().id().equals(model.choice().get().asked().survivor()));
        }
        return flow.orElse(hall.messages().get("case.no-survivor"));
    }

    /// The candidates of the case's words, likeliest first, or a position typed.
    Node places() {
        Case c = model.value().orElse(null);
        String address = c == null ? "" : c.place().address();
        ChipFlow flow = new ChipFlow();
        int n = 0;
        for (PlaceCandidate p :
                c == null ? List.<PlaceCandidate>of() : c.place().open()) {
            String where = p.area() == null ? "" : " · " + model.words().area(p.area());
            flow.add(
                    "case/place-" + ++n,
                    p.name() + where,
                    () -> pick(p.position(), address.isBlank() ? p.name() : address));
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
}
