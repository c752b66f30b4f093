package org.yiping.console.store;

// long because it knows every record that strangers may come to see

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.advice.PlaceCandidate;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.automation.AutoRule;
import org.yiping.domain.campaign.Campaign;
import org.yiping.domain.capture.Capture;
import org.yiping.domain.casework.Assistance;
import org.yiping.domain.casework.Attachment;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Detours;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.Footage;
import org.yiping.domain.casework.Joined;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.casework.Report;
import org.yiping.domain.casework.Review;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.casework.Supervision;
import org.yiping.domain.command.Command;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.hotline.PhoneCall;
import org.yiping.domain.identity.Person;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.patrol.PatrolRound;
import org.yiping.domain.room.Debrief;
import org.yiping.domain.room.DebriefComment;
import org.yiping.domain.shift.Handover;
import org.yiping.domain.video.Broadcast;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallState;

/// Facts as strangers may see them (开放日): names, phones, plates and addresses, and every text a person wrote, for it
/// may hold any of these, become ▒▒. Codes, institutions, roads and times stay. Stateless; any thread.
///
/// A test walks every record field by field: one that is not hidden here must stand in its list of what strangers may
/// read.
final class Hidden {
    static final String MARK = "▒▒";
    /// Before the id of a picture that may show people; no platform has a file of such a name.
    static final String PICTURE = "hidden-";

    private Hidden() {}

    static Case of(Case c) {
        return new Case(
                c.id(),
                c.head().with(c.head().photos().stream().map(Hidden::of).toList()),
                of(c.subject()),
                of(c.place()),
                of(c.report()),
                of(c.progress()));
    }

    static List<FlowRecord> records(List<FlowRecord> all) {
        return all.stream().map(Hidden::of).toList();
    }

    static Review of(Review r) {
        return new Review(r.id(), r.caseId(), r.at(), r.actor(), r.verdict(), text(r.note()));
    }

    static Person of(Person p) {
        return new Person(p.id(), text(p.name()), p.posts(), p.areas(), p.department());
    }

    static Me of(Me me) {
        return new Me(me.actor(), text(me.name()), me.areas(), me.commands());
    }

    /// A vehicle goes by its plate.
    static FieldUnit of(FieldUnit u) {
        return new FieldUnit(u.id(), u.kind(), text(u.name()), u.position(), u.headingDegrees(), u.at());
    }

    static PhoneCall of(PhoneCall c) {
        return new PhoneCall(
                c.id(),
                text(c.number()),
                c.seat(),
                c.seatedAt(),
                c.rangAt(),
                c.answeredAt(),
                c.endedAt(),
                c.cases(),
                true);
    }

    static AutoRule of(AutoRule r) {
        AutoRule.Halt halt = r.halted();
        return halt == null ? r : r.halted(new AutoRule.Halt(halt.by(), halt.at(), text(halt.reason())));
    }

    static Campaign of(Campaign c) {
        Campaign.End end = c.ended();
        return new Campaign(
                c.id(),
                c.name(),
                text(c.goal()),
                c.bounds(),
                c.lead(),
                c.by(),
                end == null ? null : new Campaign.End(end.by(), end.at(), text(end.summary())));
    }

    static Capture of(Capture c) {
        Capture.Decision d = c.decision();
        return new Capture(
                c.id(),
                c.camera(),
                c.seen(),
                c.at(),
                c.simulated() ? c.picture() : PICTURE + c.picture(),
                c.simulated() ? c.clip() : null,
                c.folded(),
                c.lastAt(),
                c.simulated(),
                c.rules(),
                d == null
                        ? null
                        : new Capture.Decision(d.outcome(), d.by(), d.at(), d.reason(), text(d.note()), d.caseId()));
    }

    static Broadcast of(Broadcast b) {
        Broadcast.Words said = b.words();
        Broadcast.Check check = b.check();
        return new Broadcast(
                b.id(),
                b.camera(),
                new Broadcast.Words(text(said.text()), said.volume(), said.repeats()),
                b.by(),
                b.at(),
                b.state(),
                b.reason(),
                b.checkAt(),
                check == null ? null : new Broadcast.Check(check.effect(), check.by(), check.at(), text(check.note())));
    }

    /// Why somebody put something on a wall is a text of theirs; what stands there are codes.
    static WallState of(WallState w) {
        return new WallState(
                w.id(),
                w.placements().stream().map(Hidden::of).toList(),
                w.waiting().stream().map(Hidden::of).toList(),
                w.log().stream()
                        .map(c ->
                                new WallState.Change(c.at(), c.what(), c.id(), c.by(), of(c.order()), text(c.reason())))
                        .toList(),
                w.away().stream().map(Hidden::of).toList());
    }

    static Debrief of(Debrief d) {
        return new Debrief(
                d.id(),
                text(d.title()),
                d.about(),
                d.by(),
                d.at(),
                d.editions().stream().map(Hidden::of).toList());
    }

    private static Debrief.Edition of(Debrief.Edition e) {
        Debrief.Signature s = e.signature();
        return new Debrief.Edition(
                orNull(e.reason()),
                e.by(),
                e.at(),
                s == null ? null : new Debrief.Signature(s.verdict(), text(s.summary()), s.comments(), s.by(), s.at()));
    }

    static DebriefComment of(DebriefComment c) {
        return new DebriefComment(c.id(), c.debrief(), c.edition(), c.pin(), text(c.text()), c.by(), c.at());
    }

    private static Placement of(Placement p) {
        return new Placement(p.id(), of(p.order()), p.by(), p.from(), p.until(), p.alarm());
    }

    private static WallOrder of(WallOrder o) {
        WallScene.Shown panel = o.panel();
        WallScene.Shown open = panel == null || panel.panel() != PanelKind.TITLE
                ? panel
                : new WallScene.Shown(panel.panel(), Map.of("zh", MARK));
        return new WallOrder(o.region(), o.scene(), open, text(o.reason()), o.seconds(), o.locked());
    }

    static PatrolPlan of(PatrolPlan p) {
        PatrolPlan.Task t = p.task();
        return new PatrolPlan(
                p.id(),
                new PatrolPlan.Task(t.name(), text(t.goal()), t.cameras(), t.dwell(), t.times()),
                p.by(),
                p.retired());
    }

    static PatrolRound of(PatrolRound r) {
        return new PatrolRound(
                r.id(),
                r.plan(),
                r.name(),
                r.slot(),
                r.cameras(),
                r.looks().stream().map(Hidden::of).toList());
    }

    private static PatrolRound.Look of(PatrolRound.Look l) {
        PatrolRound.Seen s = l.seen();
        return new PatrolRound.Look(
                l.by(),
                new PatrolRound.Seen(s.camera(), s.outcome(), s.at(), s.classCode(), text(s.note()), s.caseId()));
    }

    static Handover of(Handover h) {
        Handover.Card card = h.card();
        Handover.Signature incoming = h.incoming();
        return new Handover(
                h.id(),
                h.since(),
                of(h.outgoing()),
                card == null ? null : of(card),
                incoming == null ? null : of(incoming));
    }

    private static Handover.Signature of(Handover.Signature s) {
        return new Handover.Signature(s.by(), s.at(), text(s.note()));
    }

    private static Handover.Card of(Handover.Card c) {
        return new Handover.Card(
                c.revision(),
                c.at(),
                c.counts(),
                c.overdue(),
                c.supervised(),
                c.suspended(),
                c.notable().stream()
                        .map(e ->
                                new Handover.Event(e.at(), e.caseId(), e.subject(), e.action(), e.by(), text(e.note())))
                        .toList(),
                c.left());
    }

    private static Attachment of(Attachment a) {
        String pair = a.pairOf();
        return a.simulated()
                ? a
                : new Attachment(
                        PICTURE + a.fileId(),
                        a.phase(),
                        a.mediaType(),
                        a.addedAt(),
                        false,
                        pair == null ? null : PICTURE + pair,
                        of(a.footage()));
    }

    private static @Nullable Footage of(@Nullable Footage f) {
        return f == null
                ? null
                : new Footage(
                        f.kind(), f.camera(), text(f.cameraName()), f.from(), f.until(), f.clock(), f.by(), f.pixels());
    }

    private static Subject of(Subject s) {
        return new Subject(s.kind(), s.classCode(), s.criterion(), s.severity(), s.component(), text(s.description()));
    }

    private static Place of(Place p) {
        List<PlaceCandidate> candidates = p.candidates();
        return new Place(
                p.position(),
                text(p.address()),
                p.area(),
                candidates == null
                        ? null
                        : candidates.stream()
                                .map(c -> new PlaceCandidate(
                                        text(c.name()), c.area(), c.position(), c.score(), List.of()))
                                .toList());
    }

    private static Report of(Report r) {
        List<Joined> joined = r.joined();
        return new Report(
                r.source(),
                r.reportedAt(),
                r.reporter(),
                of(r.caller()),
                r.externalNumber(),
                r.simulated(),
                r.confidence(),
                joined == null
                        ? null
                        : joined.stream()
                                .map(j -> new Joined(
                                        j.caseId(),
                                        j.number(),
                                        j.source(),
                                        j.reportedAt(),
                                        j.reporter(),
                                        of(j.caller())))
                                .toList());
    }

    private static @Nullable Caller of(@Nullable Caller c) {
        return c == null
                ? null
                : new Caller(text(c.name()), text(c.phone()), c.callBack(), true, c.confidential(), c.call());
    }

    private static Progress of(Progress p) {
        Detours detours = p.detours();
        List<Assistance> assisting = p.assisting();
        return new Progress(
                p.state(),
                p.department(),
                p.handler(),
                p.clocks(),
                p.milestones(),
                p.flags(),
                detours == null
                        ? null
                        : new Detours(
                                detours.counts(),
                                detours.request(),
                                of(detours.supervision()),
                                detours.bounces(),
                                detours.mergedInto(),
                                detours.callBack()),
                p.changedAt(),
                p.automatic(),
                p.receipts(),
                assisting == null ? null : assisting.stream().map(Hidden::of).toList(),
                p.ticks(),
                of(p.alarm()));
    }

    private static @Nullable Alarm of(@Nullable Alarm a) {
        Alarm.Shelf shelf = a == null ? null : a.shelved();
        return a == null || shelf == null
                ? a
                : a.shelved(new Alarm.Shelf(shelf.by(), shelf.at(), shelf.until(), text(shelf.reason())));
    }

    private static @Nullable Supervision of(@Nullable Supervision s) {
        return s == null
                ? null
                : new Supervision(
                        s.kind(),
                        text(s.opinion()),
                        s.by(),
                        s.at(),
                        s.replyWanted(),
                        orNull(s.reply()),
                        s.repliedAt(),
                        s.dueAt());
    }

    private static Assistance of(Assistance a) {
        return new Assistance(a.department(), text(a.what()), a.askedAt(), a.reportedAt(), orNull(a.report()));
    }

    private static FlowRecord of(FlowRecord r) {
        Command.Fields given = r.given();
        return new FlowRecord(
                r.id(),
                r.caseId(),
                r.at(),
                r.actor(),
                r.step(),
                text(r.note()),
                given == null ? null : of(given),
                r.overruled());
    }

    private static Command.Fields of(Command.Fields f) {
        Place where = f.place();
        return new Command.Fields(
                orNull(f.reason()),
                f.criterion(),
                f.department(),
                f.handler(),
                orNull(f.closing()),
                f.photos().stream().map(id -> PICTURE + id).toList(),
                f.kind(),
                f.hours(),
                f.until(),
                f.reply(),
                f.survivor(),
                where == null ? null : of(where));
    }

    /// That nothing was written is no secret.
    private static String text(String words) {
        return words.isBlank() ? words : MARK;
    }

    private static @Nullable String orNull(@Nullable String words) {
        return words == null ? null : text(words);
    }
}
