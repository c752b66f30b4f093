package org.yiping.simulator.play;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.PostCode;

/// Something a simulated person is about to do: one command, sent by one account in one post, with photos to be
/// taken and uploaded first. Immutable; any thread.
public record Deed(CommandId id, Account account, PostCode post, CaseId caseId, Draft draft, List<Photo> photos) {
    public Deed {
        photos = List.copyOf(photos);
    }

    /// The command but for its photos.
    public sealed interface Draft {
        record Report(ActionCode action, Command.Intake intake) implements Draft {}

        record Act(ActionCode action, Command.Fields fields) implements Draft {}

        /// A terminal says how far a dispatch got there.
        record Acknowledge(String step) implements Draft {}

        /// A supervisor's verdict.
        record Review(String verdict, String note) implements Draft {}
    }

    /// A photo to take: `scene` is the class of what it shows, `after` whether the trouble is gone.
    public record Photo(String scene, int variant, boolean after) {}

    /// The command with the files it refers to. Based on no revision: who works in the field does not
    /// watch the journal, and the workflow's own guards refuse what came too late.
    public Command command(List<String> files) {
        Command.Head head = new Command.Head(id, 0, null);
        return switch (draft) {
            case Draft.Report r -> report(head, r, files);
            case Draft.Act a -> new Command.ActOnCase(head, caseId, a.action(), with(a.fields(), files));
            case Draft.Acknowledge a -> new Aside.Acknowledge(head, caseId, a.step());
            case Draft.Review r -> new Command.ReviewCase(head, caseId, r.verdict(), r.note());
        };
    }

    /// A report's photos of the trouble, and those of it gone, where it was seen to on the spot.
    private Command report(Command.Head head, Draft.Report r, List<String> files) {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            (photos.get(i).after() ? after : before).add(files.get(i));
        }
        return new Command.ReportCase(head, caseId, r.action(), r.intake(), before, after.isEmpty() ? null : after);
    }

    private static Command.Fields with(Command.Fields f, List<String> files) {
        return new Command.Fields(
                f.reason(),
                f.criterion(),
                f.department(),
                f.handler(),
                f.closing(),
                files,
                f.kind(),
                f.hours(),
                f.until(),
                f.reply(),
                f.survivor(),
                f.place());
    }

    /// How a deed ended.
    public sealed interface Result {
        record Accepted(long revision) implements Result {}

        /// The platform said no, and will say no again.
        record Refused(int status, String code) implements Result {}

        /// Nobody answered, or too busy: to be sent again with the same id. `reason` for the log.
        record Unanswered(@Nullable String reason) implements Result {}
    }
}
