package org.yiping.console.ui.dispatch;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Hall;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PostCode;

/// Who is to take a case on, nearest first. FX thread.
final class HandlerInput {
    private static final int MOST_CHIPS = 12;

    private final CaseViewModel model;
    private final Hall hall;

    HandlerInput(CaseViewModel model, Hall hall) {
        this.model = model;
        this.hall = hall;
    }

    /// Who can take it: the case's department's own people, or the collectors nearest to it.
    Node of(@Nullable Transition transition) {
        ChipFlow flow = new ChipFlow();
        for (Nearby<Person> p : candidates(transition)) {
            String words = p.thing().name()
                    + (p.metres() == Double.MAX_VALUE
                            ? ""
                            : " · " + model.words().metres(p.metres()));
            flow.add(
                    "case/person-" + p.thing().id().value(),
                    words,
                    () -> model.choose(model.choice().get().with(p.thing().id())));
        }
        return flow.orElse(hall.messages().get("case.nobody"));
    }

    private List<Nearby<Person>> candidates(@Nullable Transition transition) {
        Case value = model.value().orElse(null);
        if (value == null || transition == null) {
            return List.of();
        }
        boolean own = transition.permission().guards().contains("department");
        PostCode collector = new PostCode("collector");
        Position place = value.place().position();
        return model.desk()
                .stores()
                .people()
                .rows()
                .values()
                .filter(p -> own
                        ? Objects.equals(p.department(), value.progress().department()) && p.department() != null
                        : p.posts().contains(collector)
                                && p.covers(value.place().area()))
                .map(p -> new Nearby<>(p, distance(p, place)))
                .sorted(Comparator.comparingDouble((Nearby<Person> n) -> n.metres())
                        .thenComparing(n -> n.thing().name()))
                .limit(MOST_CHIPS)
                .toList();
    }

    private double distance(Person person, @Nullable Position place) {
        return place == null
                ? Double.MAX_VALUE
                : model.desk()
                        .stores()
                        .units()
                        .find(person.id().value())
                        .map(u -> place.distanceMetres(u.position()))
                        .orElse(Double.MAX_VALUE);
    }
}
