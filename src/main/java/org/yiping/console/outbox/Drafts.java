package org.yiping.console.outbox;

import java.time.Instant;
import java.util.Optional;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;

/// What this person has half written about cases (草稿): it outlives a crash and goes when the command it became was
/// accepted. Nothing here blocks; any thread.
public interface Drafts {
    /// Where notes and requests beside the case's way are written.
    String BESIDE = "beside";

    /// A case that is being taken in: the form half filled.
    String INTAKE = "intake";

    /// Words and when they were last touched, by this console's clock.
    record Draft(String text, Instant at) {}

    /// A draft with the case it is about, or will be.
    record Begun(CaseId about, Draft draft) {}

    Optional<Draft> find(CaseId about, String part);

    /// The one of this part that was touched last, whichever case it is about.
    Optional<Begun> last(String part);

    /// An empty text forgets.
    void keep(CaseId about, String part, String text);

    /// Where the words of a command stood; empty for one without words of its own.
    static String part(Command command) {
        return switch (command) {
            case Command.ActOnCase act -> part(act.action().value());
            case Aside.AddNote _, Aside.AskAssistance _, Aside.ReportBack _ -> BESIDE;
            default -> "";
        };
    }

    static String part(String action) {
        return "action-" + action;
    }
}
