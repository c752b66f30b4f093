package org.yiping.console.ui;

// long because every kind of thing a city names is worded here, once

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Stores;
import org.yiping.console.ui.control.AgeText;
import org.yiping.domain.Id;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.automation.AutoRule;
import org.yiping.domain.automation.RuleId;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.Footage;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.StageCode;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Criterion;
import org.yiping.domain.catalogue.Criterion.Wording;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.catalogue.Limit;
import org.yiping.domain.catalogue.SopStep;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;

/// How facts are called on screen: names of the city's own data in the operator's language, and our words for
/// open codes. A code nobody knows is shown as it is, never hidden. Any thread.
public final class Words {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private final Stores stores;
    private final Messages messages;

    public Words(Stores stores, Messages messages) {
        this.stores = stores;
        this.messages = messages;
    }

    public String name(Case value) {
        return caseClass(value)
                .map(this::name)
                .orElseGet(() -> value.subject().classCode().value());
    }

    public String name(CaseClass value) {
        return either(value.name(), value.nameEnglish());
    }

    /// Where a class belongs: its major class, which a catalogue names in Chinese only; in English its kind.
    public String group(CaseClass value) {
        return english() ? kind(value.kind()) : value.major();
    }

    /// The classes whose code begins so: a class by its name, a whole major class by the name of that.
    public String classes(String beginning) {
        return city().flatMap(c -> c.rules().catalogue().classes().stream()
                        .filter(k -> k.code().value().startsWith(beginning))
                        .findFirst())
                .map(k -> k.code().value().equals(beginning) ? name(k) : group(k))
                .orElse(beginning);
    }

    /// The filing criterion's condition; empty before filing and where the city still has to write it.
    public String criterion(Case value) {
        return criterionOf(value).flatMap(this::condition).orElse("");
    }

    /// The condition for filing; empty where the city still has to write it.
    public Optional<String> condition(Criterion value) {
        Wording english = value.english();
        return written(value, either(value.condition(), english == null ? "" : english.condition()));
    }

    /// The condition for closing; empty where the city still has to write it.
    public String step(SopStep value) {
        return either(value.words(), value.english() == null ? "" : value.english());
    }

    public Optional<String> closing(Criterion value) {
        Wording english = value.english();
        return written(value, either(value.closing(), english == null ? "" : english.closing()));
    }

    public Optional<Criterion> criterionOf(Case value) {
        return city().flatMap(c -> c.rules().criterion(value));
    }

    public Optional<CaseClass> caseClass(Case value) {
        return city().flatMap(c -> c.rules().caseClass(value));
    }

    public String place(Case value) {
        if (!value.place().address().isBlank()) {
            return value.place().address();
        }
        AreaCode area = value.place().area();
        return area == null ? messages.get("words.no-place") : area(area);
    }

    public String area(AreaCode code) {
        return stores.areas().find(code).map(Area::name).orElse(code.value());
    }

    public String state(StateCode code) {
        return workflow()
                .flatMap(w -> w.find(code))
                .map(s -> either(s.name(), s.nameEnglish()))
                .orElseGet(() -> unknown(code));
    }

    public String kind(Workflow.Kind kind) {
        return either(kind.name(), kind.nameEnglish());
    }

    /// The choice an action offered, by its code.
    public String kind(ActionCode action, String code) {
        return workflow().stream()
                .flatMap(w -> w.transitions().stream())
                .filter(t -> t.action().equals(action))
                .flatMap(t -> t.permission().choices().stream())
                .filter(k -> k.code().equals(code))
                .findFirst()
                .map(this::kind)
                .orElseGet(() -> why(code));
    }

    private String why(String code) {
        return switch (code) {
            case "rule-stopped" -> messages.get("words.rule-stopped");
            case "rule-changed" -> messages.get("words.rule-changed");
            case "rule-hours" -> messages.get("words.rule-hours");
            default -> code;
        };
    }

    public String action(Workflow.Transition transition) {
        return either(transition.label().name(), transition.label().nameEnglish());
    }

    /// The number of a case, or its id where this console does not hold it.
    public String number(CaseId id) {
        return stores.cases().find(id).map(c -> c.head().number().value()).orElse(id.value());
    }

    public SeatWords seats() {
        return new SeatWords(stores, this, messages);
    }

    public String action(FlowRecord.Step step) {
        if (step.action().value().equals("joined")) { // no action of anybody's: what a merge leaves behind
            return messages.get("words.joined");
        }
        return workflow()
                .flatMap(w -> w.transitions().stream()
                        .filter(t -> t.action().equals(step.action()))
                        .findFirst())
                .map(this::action)
                .orElseGet(() -> beside(step.action()));
    }

    public String action(ActionCode code) {
        return workflow()
                .flatMap(w -> w.transitions().stream()
                        .filter(t -> t.action().equals(code))
                        .findFirst())
                .map(this::action)
                .orElseGet(() -> beside(code));
    }

    /// What is recorded beside the way and is in no workflow.
    private String beside(ActionCode code) {
        return switch (code.value()) {
            case "plan" -> messages.get("words.plan");
            case "plan-veto" -> messages.get("words.plan-veto");
            case "plan-go" -> messages.get("words.plan-go");
            case "plan-asks" -> messages.get("words.plan-asks");
            case "plan-withdrawn" -> messages.get("words.plan-withdrawn");
            case "assist-ask" -> messages.get("words.assist-ask");
            case "assist-report" -> messages.get("words.assist-report");
            case "rule-halt" -> messages.get("words.rule-halt");
            case "note" -> messages.get("words.note");
            case "evidence" -> messages.get("evidence.recorded");
            case "alarm-next-seat", "alarm-leader", "alarm-phone" ->
                messages.get("words.alarm-passed", rung(code.value().substring("alarm-".length())));
            case "alarm-shelved" -> messages.get("words.alarm-shelved");
            case "alarm-back" -> messages.get("words.alarm-back");
            case "take-case" -> messages.get("words.take-case");
            case "step-done" -> messages.get("words.step-done");
            case "step-undone" -> messages.get("words.step-undone");
            case "printed" -> messages.get("words.printed");
            case "receipt-missed" -> messages.get("words.receipt-missed");
            case "call-reached" -> messages.get("words.call-reached");
            case "call-missed" -> messages.get("words.call-missed");
            default -> code.value();
        };
    }

    /// What an alarm says of its case.
    public String alarm(Alarm.Kind kind) {
        return switch (kind) {
            case NEW -> messages.get("words.alarm-new");
            case SOON -> messages.get("words.alarm-soon");
            case OVER -> messages.get("words.alarm-over");
        };
    }

    /// To whom an alarm is offered.
    public String rung(String code) {
        return switch (code) {
            case "seat" -> messages.get("words.rung-seat");
            case "next-seat" -> messages.get("words.rung-next-seat");
            case "leader" -> messages.get("words.rung-leader");
            case "phone" -> messages.get("words.rung-phone");
            default -> messages.get("words.unknown-code", code);
        };
    }

    /// 派遣中: an action that waits for the platform.
    public String underWay(ActionCode action, Case value) {
        String name = workflow()
                .flatMap(w -> w.find(action, value.progress().state())
                        .or(() -> w.transitions().stream()
                                .filter(t -> t.action().equals(action))
                                .findFirst()))
                .map(this::action)
                .orElse(action.value());
        return messages.get("words.under-way", name);
    }

    public String reviewing() {
        return messages.get("words.reviewing");
    }

    public String sending() {
        return messages.get("words.sending");
    }

    public String registering() {
        return messages.get("words.registering");
    }

    public String stage(StageCode code) {
        return switch (code.value()) {
            case "collect" -> messages.get("words.stage-collect");
            case "create" -> messages.get("words.stage-create");
            case "verify" -> messages.get("words.stage-verify");
            case "file" -> messages.get("words.stage-file");
            case "dispatch" -> messages.get("words.stage-dispatch");
            case "handle" -> messages.get("words.stage-handle");
            case "feedback" -> messages.get("words.stage-feedback");
            case "check" -> messages.get("words.stage-check");
            case "close" -> messages.get("words.stage-close");
            default -> unknown(code);
        };
    }

    public String source(SourceCode code) {
        return switch (code.value()) {
            case "collector" -> messages.get("words.source-collector");
            case "hotline" -> messages.get("words.source-hotline");
            case "video" -> messages.get("words.source-video");
            case "alarm" -> messages.get("words.source-alarm");
            case "app" -> messages.get("words.source-app");
            case "upper" -> messages.get("words.source-upper");
            case "media" -> messages.get("words.source-media");
            case "staff" -> messages.get("words.source-staff");
            case "visit" -> messages.get("words.source-visit");
            case "web" -> messages.get("words.source-web");
            default -> unknown(code);
        };
    }

    public String unit(String kind) {
        return switch (kind) {
            case "collector" -> messages.get("words.unit-collector");
            case "handler" -> messages.get("words.unit-handler");
            case "vehicle" -> messages.get("words.unit-vehicle");
            case "drone" -> messages.get("words.unit-drone");
            default -> messages.get("words.unknown-code", kind);
        };
    }

    public String kind(KindCode code) {
        return switch (code.value()) {
            case "component" -> messages.get("words.kind-component");
            case "event" -> messages.get("words.kind-event");
            case "service" -> messages.get("words.kind-service");
            default -> unknown(code);
        };
    }

    public String post(PostCode code) {
        return switch (code.value()) {
            case "collector" -> messages.get("words.post-collector");
            case "acceptor" -> messages.get("words.post-acceptor");
            case "duty-leader" -> messages.get("words.post-duty-leader");
            case "dispatcher" -> messages.get("words.post-dispatcher");
            case "department" -> messages.get("words.post-department");
            case "supervisor" -> messages.get("words.post-supervisor");
            case "administrator" -> messages.get("words.post-administrator");
            case "wall" -> messages.get("words.post-wall");
            case "leader" -> messages.get("words.post-leader");
            case "timer" -> messages.get("words.post-timer");
            default -> unknown(code);
        };
    }

    public String department(DepartmentId id) {
        return stores.departments().find(id).map(Department::name).orElse(id.value());
    }

    /// A rule that acts by itself is an actor too, and goes by its name.
    public String person(PersonId id) {
        return stores.people().find(id).map(Person::name).orElseGet(() -> rule(new RuleId(id.value())));
    }

    public String rule(RuleId id) {
        return stores.rules().find(id).map(this::name).orElse(id.value());
    }

    public String name(AutoRule value) {
        return either(value.name(), value.nameEnglish());
    }

    public String limit(Limit limit) {
        return switch (limit.unit()) {
            case UH -> messages.get("words.limit-uh", limit.value());
            case UD -> messages.get("words.limit-ud", limit.value());
            case WH -> messages.get("words.limit-wh", limit.value());
            case WD -> messages.get("words.limit-wd", limit.value());
        };
    }

    public String age(Duration age) {
        return AgeText.of(age, messages);
    }

    public String metres(double metres) {
        return metres < 1000
                ? messages.get("words.metres", Math.round(metres))
                : messages.get("words.kilometres", String.format(Locale.ROOT, "%.1f", metres / 1000));
    }

    /// Date and time whole, for what is read elsewhere and later.
    public String stamp(Instant at) {
        return STAMP.format(at.atZone(zone()));
    }

    public String second(Instant at) {
        return SECOND.format(at.atZone(zone()));
    }

    public String minute(Instant at) {
        return MINUTE.format(at.atZone(zone()));
    }

    /// The time where it is today's, the date with it where it is not.
    public String moment(@Nullable Instant at, Instant now) {
        if (at == null) {
            return "—";
        }
        boolean today =
                at.atZone(zone()).toLocalDate().equals(now.atZone(zone()).toLocalDate());
        return (today ? SECOND : DAY).format(at.atZone(zone()));
    }

    /// To the minute today, only the date before.
    public String shortMoment(Instant at, Instant now) {
        boolean today =
                at.atZone(zone()).toLocalDate().equals(now.atZone(zone()).toLocalDate());
        return (today ? MINUTE : DATE).format(at.atZone(zone()));
    }

    /// To the minute, with the date before it where that is not today's.
    public String shortMinute(Instant at, Instant now) {
        boolean today =
                at.atZone(zone()).toLocalDate().equals(now.atZone(zone()).toLocalDate());
        return (today ? MINUTE : DAY).format(at.atZone(zone()));
    }

    public ZoneId zone() {
        return city().map(CityFacts::zone).orElse(ZoneOffset.UTC);
    }

    public boolean english() {
        return messages.locale().get().getLanguage().equals("en");
    }

    private static Optional<String> written(Criterion value, String text) {
        return value.placeholder() || text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private String either(String chinese, String english) {
        return (english() && !english.isBlank()) || chinese.isBlank() ? english : chinese;
    }

    private Optional<CityFacts> city() {
        return stores.city().known();
    }

    private Optional<Workflow> workflow() {
        return city().map(c -> c.rules().workflow());
    }

    private String unknown(Id code) {
        return messages.get("words.unknown-code", code.value());
    }

    /// Of which stream a picture is, and how large.
    public String pixels(Footage.Pixels of) {
        return switch (of.stream()) {
                    case "main" -> messages.get("evidence.main");
                    case "sub" -> messages.get("evidence.sub");
                    case "recorded", "kept" -> messages.get("evidence.past");
                    default -> of.stream();
                }
                + " " + of.size();
    }

    /// By whose time something was seen.
    public String seenBy(Footage footage) {
        return messages.get(
                switch (footage.clock()) {
                    case Footage.SOURCE -> "evidence.by-source";
                    case Footage.RECORDING -> "evidence.by-recording";
                    case Footage.SHOWN -> "evidence.by-shown";
                    case Footage.JUMPED -> "evidence.by-jumped";
                    default -> "evidence.by-arrival";
                });
    }
}
