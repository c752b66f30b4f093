package org.yiping.console.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.StoryWords;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.hall.HallId;
import org.yiping.domain.hall.OpenDay;

/// Tells the open day's visitors a story at this seat's pace (演示): one made-up case through the whole loop, played by
/// the simulated city through the same platform as everything else. FX thread.
///
/// Going on asks for the next step; going back only reads its caption again, for what has happened has happened.
/// However it ends, the case goes its ordinary way from where it is.
final class StoryHand {
    private final Desk desk;
    private final Hall hall;
    private final StoryWords words;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper();
    private boolean opened;
    private int asked;

    StoryHand(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        words = new StoryWords(hall.messages());
    }

    void show() {
        subscriptions.close();
        subscriptions.add(desk.stores().onOpenDay(() -> hall.fx().execute(this::look)));
        subscriptions.add(desk.stores().cases().subscribe(_ -> {
            if (telling().isPresent()) {
                hall.fx().execute(this::look);
            }
        }));
    }

    void hide() {
        subscriptions.close();
    }

    /// The step whose caption is read, from 1; 0 while this seat tells nothing.
    ReadOnlyIntegerProperty step() {
        return step.getReadOnlyProperty();
    }

    int steps() {
        return words.steps();
    }

    String title() {
        return words.title(step.get());
    }

    String caption() {
        return words.caption(step.get());
    }

    List<Action> actions() {
        boolean told = telling().isPresent();
        boolean made = desk.city().map(c -> c.name().simulated()).orElse(false);
        boolean may = desk.me()
                .map(m -> OpenDayHand.OPENERS.contains(m.actor().post()))
                .orElse(false);
        String why = !made
                ? hall.messages().get("storybar.not-simulated")
                : !may ? hall.messages().get("shell.open-day-refused") : "";
        Action next = hall.action(
                        "shell/story-next", "shell.window", told ? "storybar.next" : "storybar.begin", this::next)
                .on(Key.parse("Ctrl+PAGE_DOWN").orElse(null))
                .refused(why);
        if (!told) {
            return List.of(next);
        }
        return List.of(
                next,
                hall.action("shell/story-back", "shell.window", "storybar.back", this::back)
                        .on(Key.parse("Ctrl+PAGE_UP").orElse(null)),
                hall.action("shell/story-stop", "shell.window", "storybar.stop", this::stop)
                        .on(Key.parse("Ctrl+END").orElse(null)));
    }

    void next() {
        OpenDay.Telling told = telling().orElse(null);
        if (told == null) {
            opened = false;
            step.set(0);
            send(new CaseId(UUID.randomUUID().toString()), 1);
        } else if (step.get() < told.step()) {
            step.set(step.get() + 1);
        } else if (told.step() < steps()) {
            send(told.caseId(), told.step() + 1);
        } else {
            stop();
        }
    }

    void back() {
        step.set(Math.max(Math.min(1, step.get()), step.get() - 1));
    }

    void stop() {
        telling().ifPresent(t -> send(t.caseId(), 0));
    }

    /// Tells the platform how far; this seat hides at once, for who begins a story has strangers beside them.
    private void send(CaseId id, int to) {
        if (to > 0) {
            desk.stores().veil().draw(desk.stores().clock().instant());
        }
        Command.Head head = new Command.Head(new CommandId(UUID.randomUUID().toString()), 0, null);
        var _ = desk.outbox().submit(new Aside.TellStory(head, HallId.OWN, id, to));
    }

    /// What this very seat tells.
    private Optional<OpenDay.Telling> telling() {
        return desk.stores()
                .openDay()
                .flatMap(day -> Optional.ofNullable(day.story()))
                .filter(t -> desk.me().map(m -> m.actor().equals(t.by())).orElse(false));
    }

    private void look() {
        OpenDay.Telling told = telling().orElse(null);
        if (told == null) {
            step.set(0);
            asked = 0;
            return;
        }
        if (told.step() != asked) {
            asked = told.step();
            step.set(asked);
        }
        if (!opened && desk.stores().cases().find(told.caseId()).isPresent()) {
            opened = true;
            desk.pick(told.caseId());
        }
    }
}
