package org.yiping.console.ui.evaluation;

// long because what is open, what is asked for and what is on its way must agree at every moment

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.outbox.Drafts;
import org.yiping.console.store.AssessmentLookup;
import org.yiping.console.store.Me;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Polled;
import org.yiping.console.ui.Sending;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.AssessmentCheck;
import org.yiping.domain.assessment.AssessmentId;
import org.yiping.domain.assessment.AssessmentRules;
import org.yiping.domain.assessment.AssessmentWish;
import org.yiping.domain.assessment.Move;
import org.yiping.domain.assessment.Plea;
import org.yiping.domain.assessment.Score;
import org.yiping.domain.assessment.Stage;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.kpi.KpiCode;

/// The editions there are, the one that is open, the one beside it and the object the hand is at. FX thread; the
/// platform is asked beside it.
///
/// What it said last stays when it does not answer. A step on its way changes nothing yet; one that was refused gives
/// its words back. A run keeps its name until it was answered: pressed again after a lost link it is the same edition.
final class EvaluationModel {
    private static final Duration EVERY = Duration.ofSeconds(20);

    private final Desk desk;
    private final Hall hall;
    private final Runnable changed;
    private final Asking asking;
    private final OnTheirWay onTheirWay;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Polled<List<Assessment>> polled;
    private final NamedCases cases;
    private final Baskets baskets;
    private List<AssessmentRules> rules = List.of();
    private String noRules = "";
    private @Nullable AssessmentId wanted;
    private @Nullable AssessmentId besides;
    private boolean alone;
    private String object = "";
    private @Nullable AssessmentCheck check;
    private boolean checking;
    private @Nullable AssessmentId named;
    private @Nullable AssessmentWish wished;
    private boolean running;
    private boolean veiled;
    private Aside.@Nullable MoveAssessment givenBack;
    private @Nullable Instant heard;

    EvaluationModel(Desk desk, Hall hall, NamedCases cases, Runnable changed) {
        this.desk = desk;
        this.hall = hall;
        this.cases = cases;
        this.changed = changed;
        baskets = new Baskets(changed);
        asking = new Asking(desk, hall, changed);
        onTheirWay = new OnTheirWay(desk, hall, c -> c instanceof Aside.MoveAssessment, new Moved());
        polled = new Polled<>(hall, EVERY, this::told);
    }

    void show() {
        subscriptions.close();
        onTheirWay.listen(subscriptions);
        subscriptions.add(desk.stores().veil().subscribe(() -> hall.fx().execute(this::lookAnew)));
        veiled = desk.stores().veil().on();
        again();
    }

    void hide() {
        subscriptions.close();
    }

    /// Asks again where it is time to.
    void tick() {
        polled.look(() -> desk.lookup().assessments().map(AssessmentLookup::all).orElse(null));
    }

    void again() {
        polled.again();
        tick();
        asking.ask(
                AssessmentLookup::rules,
                all -> {
                    rules = all;
                    noRules = "";
                },
                why -> noRules = why);
    }

    private void lookAnew() {
        boolean now = desk.stores().veil().on();
        if (now == veiled) {
            return;
        }
        veiled = now;
        polled.forget();
        baskets.clear();
        check = null;
        cases.clear();
        again();
    }

    private void told() {
        if (polled.value() != null && !polled.lost() && polled.refusal().isEmpty()) {
            heard = hall.now();
        }
        if (wanted == null) {
            List<Assessment> all = editions();
            wanted = all.stream()
                    .filter(a -> a.stage().isOpen())
                    .findFirst()
                    .or(() -> all.stream().findFirst())
                    .map(Assessment::id)
                    .orElse(null);
        }
        changed.run();
    }

    /// The newest first.
    List<Assessment> editions() {
        List<Assessment> known = polled.value();
        return known == null
                ? List.of()
                : known.stream()
                        .sorted(Comparator.comparing(Assessment::at).reversed())
                        .toList();
    }

    /// Whether the platform has said which there are.
    boolean isKnown() {
        return polled.value() != null;
    }

    Optional<Instant> heard() {
        return Optional.ofNullable(heard);
    }

    /// Why there is nothing newer; empty where all is well.
    String trouble() {
        return polled.lost() ? asking.lost() : polled.refusal();
    }

    /// How the city assesses on a day; absent until the platform said so.
    Optional<AssessmentRules> rules(LocalDate day) {
        return rules.stream()
                .sorted(Comparator.comparing(AssessmentRules::from).reversed())
                .filter(r -> !r.from().isAfter(day))
                .findFirst()
                .or(() -> rules.stream().min(Comparator.comparing(AssessmentRules::from)));
    }

    /// Why it has not said so; empty where it has, or is asked still.
    String noRules() {
        return noRules;
    }

    Optional<Assessment> open() {
        return find(wanted);
    }

    private Optional<Assessment> find(@Nullable AssessmentId id) {
        return editions().stream().filter(a -> a.id().equals(id)).findFirst();
    }

    void open(AssessmentId id) {
        if (!id.equals(wanted)) {
            wanted = id;
            besides = null;
            alone = false;
            object = "";
            check = null;
            baskets.clear();
            cases.clear();
            changed.run();
        }
    }

    /// What the open one can be held against: others of its scheme, the newest period first.
    List<Assessment> comparable() {
        Assessment own = open().orElse(null);
        return own == null
                ? List.of()
                : editions().stream()
                        .filter(a -> !a.id().equals(own.id()))
                        .filter(a -> a.yardstick()
                                .scheme()
                                .code()
                                .equals(own.yardstick().scheme().code()))
                        .sorted(Comparator.comparing((Assessment a) -> a.span().until())
                                .thenComparing(a -> a.stage() == Stage.PUBLISHED)
                                .thenComparingInt(Assessment::edition)
                                .reversed())
                        .toList();
    }

    /// The edition that stands beside the open one: the chosen one, else that of the period before.
    Optional<Assessment> beside() {
        Assessment own = open().orElse(null);
        if (alone || own == null) {
            return Optional.empty();
        }
        return comparable().stream()
                .filter(a -> besides == null ? isBefore(a, own) : a.id().equals(besides))
                .findFirst();
    }

    private static boolean isBefore(Assessment a, Assessment own) {
        return !a.span().until().isAfter(own.span().from())
                && a.period().equals(own.period())
                && Objects.equals(a.area(), own.area())
                && a.stage() != Stage.WITHDRAWN;
    }

    /// Absent: none.
    void beside(@Nullable AssessmentId id) {
        besides = id;
        alone = id == null;
        changed.run();
    }

    List<Standing> standings() {
        return open().map(a -> Standing.of(a, beside().orElse(null))).orElse(List.of());
    }

    /// The object the hand is at; the best one to begin with.
    Optional<Standing> standing() {
        List<Standing> all = standings();
        return all.stream()
                .filter(s -> s.score().object().equals(object))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    Optional<Score> score() {
        return standing().map(Standing::score);
    }

    void look(String next) {
        if (!score().map(Score::object).orElse("").equals(next)) {
            object = next;
            cases.clear();
            changed.run();
        }
    }

    /// Lists the cases by which a figure cost the object points; without a figure all behind its score.
    void openCases(@Nullable KpiCode figure, String title) {
        Assessment a = open().orElse(null);
        Score s = score().orElse(null);
        if (a != null && s != null) {
            int question = cases.begin(title);
            asking.ask(
                    l -> l.behind(a.id(), s.object(), figure),
                    b -> cases.show(question, b.total(), b.cases()),
                    why -> cases.failed(question, why));
            changed.run();
        }
    }

    /// What this person has half written.
    Drafts drafts() {
        return desk.outbox().drafts();
    }

    /// What is put aside for appeals and notices.
    Baskets baskets() {
        return baskets;
    }

    /// What is put aside of the object the hand is at.
    List<CaseId> basket() {
        return score().map(s -> baskets.of(s.object())).orElse(List.of());
    }

    Optional<AssessmentCheck> check() {
        return Optional.ofNullable(check);
    }

    boolean isChecking() {
        return checking;
    }

    /// Has the platform count the open one again.
    void recount() {
        Assessment a = open().orElse(null);
        if (a == null || checking) {
            return;
        }
        checking = true;
        asking.ask(
                l -> l.check(a.id()),
                c -> {
                    checking = false;
                    check = a.id().equals(wanted) ? c : check;
                },
                _ -> checking = false);
        changed.run();
    }

    boolean isRunning() {
        return running;
    }

    /// Runs one; `told` hears an empty text when it lies on the platform's disk, else why not.
    void run(AssessmentWish wish, Consumer<String> told) {
        if (running) {
            return;
        }
        AssessmentId id = named != null && wish.equals(wished)
                ? named
                : new AssessmentId(UUID.randomUUID().toString());
        named = id;
        wished = wish;
        running = true;
        asking.ask(
                l -> l.run(id, wish),
                a -> {
                    running = false;
                    named = null;
                    told.accept("");
                    open(a.id());
                    polled.forget(); // an answer that was asked for before does not know it
                    tick();
                },
                why -> {
                    running = false;
                    told.accept(why);
                });
        changed.run();
    }

    /// Why this seat runs no assessment; empty where it may.
    String mayRun() {
        boolean may = desk.me()
                .map(m -> Move.WITHDRAW.isOf(m.actor().post())) // who may run one may take it back
                .orElse(false);
        return may ? "" : text("evaluation.runners");
    }

    /// Why a step cannot be taken now, in words; empty where it can.
    String refusal(Move move) {
        Assessment a = open().orElse(null);
        Me me = desk.me().orElse(null);
        if (a == null || me == null) {
            return text("evaluation.choose");
        }
        String key = Steps.refusal(a, move, me.actor(), delivery().isPresent(), hall.now());
        if (key.isEmpty() && move == Move.APPEAL && !mayAppeal(a, me)) {
            return text("evaluation.not-yours");
        }
        return key.isEmpty() ? "" : text(key);
    }

    /// A person this console does not know is judged by the platform alone.
    private boolean mayAppeal(Assessment a, Me me) {
        return desk.stores()
                .people()
                .find(me.actor().person())
                .map(p -> a.mayAppeal(
                        score().map(Score::object).orElse(""), p, me.actor().post()))
                .orElse(true);
    }

    boolean wantsReason(Move move) {
        return open().map(a -> Steps.wantsReason(a, move, hall.now())).orElse(false);
    }

    /// Queues a step of the open edition; `told` hears whether it lies on this console's disk.
    void move(Move move, Plea plea, Consumer<Boolean> told) {
        open().ifPresent(a ->
                onTheirWay.send(new Aside.MoveAssessment(Sending.head(), a.id(), a.version(), move, plea), told));
    }

    /// The first step of the open edition that is on its way.
    Optional<Delivery> delivery() {
        return open().flatMap(a -> delivery(a.id()));
    }

    Optional<Delivery> delivery(AssessmentId of) {
        return onTheirWay
                .pending()
                .filter(d -> d.command() instanceof Aside.MoveAssessment c
                        && c.assessment().equals(of))
                .min(Comparator.comparing(Delivery::queuedAt));
    }

    /// A step that was refused, once: its words are not lost.
    Optional<Aside.MoveAssessment> givenBack() {
        Optional<Aside.MoveAssessment> refused = Optional.ofNullable(givenBack);
        givenBack = null;
        return refused;
    }

    private final class Moved implements OnTheirWay.Heard {
        @Override
        public void settled() {
            polled.again();
            tick();
        }

        @Override
        public void refused(Command command) {
            if (command instanceof Aside.MoveAssessment c) {
                givenBack = c;
                String of = c.plea().object();
                if (of != null) {
                    c.plea().named().forEach(id -> baskets.put(of, id));
                }
            }
        }

        @Override
        public void changed() {
            changed.run();
        }
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
