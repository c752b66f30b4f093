package org.yiping.console.ui.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.outbox.Drafts;
import org.yiping.console.store.AssessmentLookup;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Polled;
import org.yiping.console.ui.Sending;
import org.yiping.domain.assessment.Account;
import org.yiping.domain.assessment.DepartmentNotice;
import org.yiping.domain.assessment.DepartmentNotice.State;
import org.yiping.domain.assessment.NoticeId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;

/// Departments that were called to account, their notices, and the one the hand is at (问责). FX thread.
///
/// A notice on its way stands among the others and is said to be so; an answer on its way changes nothing yet.
final class AccountModel {
    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final Set<String> ISSUERS = Set.of("supervisor", "leader");
    private static final String TERMINAL = "department";
    private static final Comparator<Row> OWING_FIRST = Comparator.comparingInt(
                    (Row r) -> r.account() == null ? 0 : -r.account().overdue())
            .thenComparingInt(r -> r.account() == null ? 0 : -r.account().open())
            .thenComparing(r -> r.department().name());

    private final Desk desk;
    private final Hall hall;
    private final Runnable changed;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Polled<List<Account>> polled;
    private final Asking asking;
    private final OnTheirWay onTheirWay;
    private @Nullable DepartmentId chosen;
    private @Nullable NoticeId notice;
    private @Nullable Instant heard;
    private @Nullable Aside givenBack;
    private boolean veiled;

    /// A department with its account; absent where it has none, or none is known.
    record Row(Department department, @Nullable Account account) {}

    AccountModel(Desk desk, Hall hall, Runnable changed) {
        this.desk = desk;
        this.hall = hall;
        this.changed = changed;
        asking = new Asking(desk, hall, changed);
        polled = new Polled<>(hall, EVERY, this::told);
        onTheirWay = new OnTheirWay(
                desk, hall, c -> c instanceof Aside.IssueNotice || c instanceof Aside.AnswerNotice, new Noticed());
    }

    void show() {
        subscriptions.close();
        onTheirWay.listen(subscriptions);
        veiled = desk.stores().veil().on();
        subscriptions.add(desk.stores().veil().subscribe(() -> hall.fx().execute(this::lookAnew)));
        again();
    }

    void hide() {
        subscriptions.close();
    }

    void tick() {
        polled.look(() ->
                desk.lookup().assessments().map(AssessmentLookup::accounts).orElse(null));
    }

    void again() {
        polled.again();
        tick();
    }

    private void lookAnew() {
        if (desk.stores().veil().on() != veiled) {
            veiled = desk.stores().veil().on();
            polled.forget();
            again();
        }
    }

    private void told() {
        if (polled.value() != null && !polled.lost() && polled.refusal().isEmpty()) {
            heard = hall.now();
        }
        changed.run();
    }

    Optional<Instant> heard() {
        return Optional.ofNullable(heard);
    }

    /// Why there is nothing newer; empty where all is well.
    String trouble() {
        return polled.lost() ? asking.lost() : polled.refusal();
    }

    boolean isKnown() {
        return polled.value() != null;
    }

    /// Those that owe something first; a department's own terminal has one row.
    List<Row> rows() {
        if (desk.stores().veil().on()) {
            return List.of();
        }
        Map<DepartmentId, Account> known = new LinkedHashMap<>();
        List<Account> accounts = polled.value();
        if (accounts != null) {
            accounts.forEach(a -> known.put(a.department(), a));
        }
        boolean own =
                desk.me().map(m -> m.actor().post().value().equals(TERMINAL)).orElse(false);
        return desk.stores()
                .departments()
                .rows()
                .values()
                .filter(d -> !own || known.containsKey(d.id()))
                .map(d -> new Row(d, known.get(d.id())))
                .sorted(OWING_FIRST)
                .toList();
    }

    /// The department the hand is at; the first to begin with.
    Optional<Row> row() {
        List<Row> all = rows();
        return all.stream()
                .filter(r -> r.department().id().equals(chosen))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    void choose(DepartmentId id) {
        if (!id.equals(chosen)) {
            chosen = id;
            notice = null;
            changed.run();
        }
    }

    /// The department's notices, the newest first, those on their way before them.
    List<DepartmentNotice> notices() {
        Row row = row().orElse(null);
        if (row == null) {
            return List.of();
        }
        List<DepartmentNotice> all = new ArrayList<>();
        onTheirWay.pending().forEach(d -> issued(d, row.department().id()).ifPresent(all::add));
        Account account = row.account();
        if (account != null) {
            account.notices().stream()
                    .filter(n -> all.stream().noneMatch(p -> p.id().equals(n.id())))
                    .toList()
                    .forEach(all::add);
        }
        return all;
    }

    private Optional<DepartmentNotice> issued(Delivery d, DepartmentId of) {
        Actor me = desk.me().map(m -> m.actor()).orElse(null);
        return me != null
                        && d.command() instanceof Aside.IssueNotice c
                        && c.department().equals(of)
                ? Optional.of(new DepartmentNotice(c.notice(), of, c.said(), me, d.queuedAt(), State.ISSUED, List.of()))
                : Optional.empty();
    }

    Optional<DepartmentNotice> notice() {
        List<DepartmentNotice> all = notices();
        return all.stream()
                .filter(n -> n.id().equals(notice))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    void look(NoticeId id) {
        if (!id.equals(notice)) {
            notice = id;
            changed.run();
        }
    }

    /// What of a notice is on its way: itself, or a word about it.
    Optional<Delivery> delivery(NoticeId of) {
        return onTheirWay
                .pending()
                .filter(d -> d.command() instanceof Aside a && a.target().equals(of.value()))
                .min(Comparator.comparing(Delivery::queuedAt));
    }

    /// Why no notice can be issued here; empty where one can.
    String refusal() {
        return desk.me()
                .map(m -> ISSUERS.contains(m.actor().post().value()) ? "" : text("evaluation.issuers"))
                .orElse(text("evaluation.choose"));
    }

    /// Why a notice does not take this word now; empty where it does.
    String refusal(DepartmentNotice of, State to) {
        String post = desk.me().map(m -> m.actor().post().value()).orElse("");
        boolean theirs = to == State.ANSWERED ? post.equals(TERMINAL) : ISSUERS.contains(post);
        if (delivery(of.id()).isPresent()) {
            return text("evaluation.on-its-way");
        }
        if (!of.takes(to)) {
            return text(
                    to == State.ANSWERED
                            ? "evaluation.no-answer-owed"
                            : to == State.WITHDRAWN ? "evaluation.notice-over" : "evaluation.no-answer-yet");
        }
        return theirs ? "" : text(to == State.ANSWERED ? "evaluation.department-answers" : "evaluation.issuers");
    }

    /// What this person has half written.
    Drafts drafts() {
        return desk.outbox().drafts();
    }

    /// Queues a notice; `told` hears whether it lies on this console's disk.
    void issue(DepartmentId to, DepartmentNotice.Said said, Consumer<Boolean> told) {
        NoticeId id = new NoticeId(UUID.randomUUID().toString());
        notice = id;
        onTheirWay.send(new Aside.IssueNotice(Sending.head(), id, to, said), told);
    }

    void answer(DepartmentNotice of, State to, String text, Consumer<Boolean> told) {
        onTheirWay.send(
                new Aside.AnswerNotice(Sending.head(), of.id(), of.words().size(), to, text), told);
    }

    /// A notice or an answer that was refused, once: its words are not lost.
    Optional<Aside> givenBack() {
        Optional<Aside> refused = Optional.ofNullable(givenBack);
        givenBack = null;
        return refused;
    }

    private final class Noticed implements OnTheirWay.Heard {
        @Override
        public void settled() {
            again();
        }

        @Override
        public void refused(Command command) {
            if (command instanceof Aside aside) {
                givenBack = aside;
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
