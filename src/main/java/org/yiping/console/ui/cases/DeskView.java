package org.yiping.console.ui.cases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.yiping.domain.campaign.Campaign;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.identity.PostCode;

/// A view (视图) of the queue: which cases it takes and where its name comes from. Immutable; any thread.
///
/// The state views come from the city's workflow, those whose cases this post moves on first, and who calls back has
/// those who wait for a call (待回访); the watching views and the running campaigns are the same for every post.
record DeskView(String key, Group group, Title title, Predicate<Sight> takes) {
    /// At most this many: a case's views are one long's bits.
    static final int MOST = 64;

    enum Group {
        POST,
        WATCH,
        CAMPAIGNS,
        OTHERS,
        ALL
    }

    /// A name of the city's own data, or one of our words.
    sealed interface Title {
        record Word(String key) implements Title {}

        record Named(String name, String nameEnglish) implements Title {}
    }

    static List<DeskView> of(Workflow workflow, PostCode post, List<Campaign> campaigns) {
        Set<StateCode> mine = new LinkedHashSet<>();
        workflow.transitions().stream()
                .filter(t -> t.permission().posts().contains(post) && !t.aside())
                .forEach(t -> mine.addAll(t.from()));
        List<DeskView> views = new ArrayList<>();
        workflow.states().stream().filter(s -> mine.contains(s.code())).forEach(s -> views.add(ofState(s, Group.POST)));
        if (workflow.transitions().stream()
                .anyMatch(t -> t.effect().does().contains("call-back")
                        && t.permission().posts().contains(post))) {
            views.add(new DeskView(
                    "call-back",
                    Group.POST,
                    new Title.Word("cases.view-call-back"),
                    s -> s.light() == Light.CLOSED && s.value().awaitsCallBack()));
        }
        views.add(watch("soon", "cases.view-soon", s -> s.light() == Light.YELLOW));
        views.add(watch("over", "cases.view-over", s -> s.light() == Light.RED));
        views.add(watch("rework", "cases.view-rework", s -> s.open() && flagged(s, "rework")));
        views.add(watch("returned", "cases.view-returned", s -> s.open() && flagged(s, "returned")));
        views.add(watch("docket", "cases.view-docket", s -> s.open() && flagged(s, Case.DOCKET)));
        views.add(watch("no-clock", "cases.view-no-clock", s -> s.light() == Light.NONE));
        views.add(watch(
                "no-place",
                "cases.view-no-place",
                s -> s.open() && s.value().place().position() == null));
        campaigns.forEach(c -> views.add(new DeskView(
                "campaign-" + c.id().value(),
                Group.CAMPAIGNS,
                new Title.Named(c.name(), ""),
                s -> s.open() && c.covers(s.value()))));
        workflow.states().stream()
                .filter(s -> !mine.contains(s.code()))
                .forEach(s -> views.add(ofState(s, Group.OTHERS)));
        views.add(new DeskView("open", Group.ALL, new Title.Word("cases.view-open"), Sight::open));
        return views.size() > MOST ? List.copyOf(views.subList(0, MOST)) : List.copyOf(views);
    }

    private static DeskView watch(String key, String title, Predicate<Sight> takes) {
        return new DeskView(key, Group.WATCH, new Title.Word(title), takes);
    }

    private static DeskView ofState(Workflow.State state, Group group) {
        return new DeskView(
                "state-" + state.code().value(),
                group,
                new Title.Named(state.name(), state.nameEnglish()),
                s -> s.value().progress().state().equals(state.code()));
    }

    private static boolean flagged(Sight sight, String flag) {
        return sight.value().progress().flags().contains(flag);
    }
}
