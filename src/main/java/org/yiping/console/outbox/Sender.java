package org.yiping.console.outbox;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.yiping.console.cache.FileShelf;
import org.yiping.console.cache.OutboxRow;
import org.yiping.console.link.Answer;
import org.yiping.console.link.Link;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.protocol.CommandAnswer;
import org.yiping.protocol.Problem;

/// Sends one command: its photos first, then itself. Any thread.
final class Sender {
    /// The link's word for a connection that was never made.
    private static final String NO_CONNECTION = "unreachable";

    private final Link link;
    private final FileShelf files;

    Sender(Link link, FileShelf files) {
        this.link = link;
        this.files = files;
    }

    /// Answers when it is known who lets us in, or why nobody does.
    CompletableFuture<Optional<String>> letIn() {
        return link.letIn()
                .thenApply(answer -> answer instanceof Answer.Unreachable<Boolean>(String reason)
                        ? Optional.of(reason)
                        : Optional.empty());
    }

    CompletableFuture<Outcome> send(OutboxRow row, Command command) {
        return photos(photos(command), 0)
                .thenCompose(outcome -> outcome instanceof Outcome.Accepted
                        ? link.command(row.id(), row.request()).thenApply(Sender::outcome)
                        : CompletableFuture.completedFuture(outcome));
    }

    private CompletableFuture<Outcome> photos(List<String> ids, int from) {
        if (from == ids.size()) {
            return CompletableFuture.completedFuture(new Outcome.Accepted(0));
        }
        String id = ids.get(from);
        try {
            var waiting = files.waiting(id);
            if (waiting.isEmpty()) {
                return photos(ids, from + 1);
            }
            FileShelf.Waiting photo = waiting.get();
            return link.putFile(photo.content(), photo.mediaType()).thenCompose(answer -> switch (answer) {
                case Answer.Ok<Link.FileAnswer> _ -> {
                    uploaded(id);
                    yield photos(ids, from + 1);
                }
                case Answer.Refused<Link.FileAnswer>(Problem problem) ->
                    CompletableFuture.completedFuture(refused(problem));
                case Answer.Unreachable<Link.FileAnswer>(String reason) ->
                    CompletableFuture.completedFuture(new Outcome.Again(reason));
            });
        } catch (IOException e) {
            return CompletableFuture.completedFuture(new Outcome.Again("disk"));
        }
    }

    private void uploaded(String id) {
        try {
            files.uploaded(id);
        } catch (IOException _) {
            // It stays on the shelf and is uploaded once more with the next command that names it: same id, no harm.
        }
    }

    private static Outcome outcome(Answer<CommandAnswer> answer) {
        return switch (answer) {
            case Answer.Ok<CommandAnswer>(CommandAnswer accepted) -> new Outcome.Accepted(accepted.revision());
            case Answer.Refused<CommandAnswer>(Problem problem) -> refused(problem);
            case Answer.Unreachable<CommandAnswer>(String reason) ->
                reason.equals(NO_CONNECTION) ? new Outcome.NeverLeft(reason) : new Outcome.Again(reason);
        };
    }

    /// 4xx is final, except where it speaks of the session (401) or of the moment (408, 429) and not of
    /// the command.
    private static Outcome refused(Problem problem) {
        int status = problem.status();
        if (status == 410) {
            return new Outcome.TooOld();
        }
        boolean again = status >= 500 || status == 401 || status == 408 || status == 429;
        return again ? new Outcome.Again("status " + status) : new Outcome.Rejected(problem);
    }

    private static List<String> photos(Command command) {
        return switch (command) {
            case Command.ReportCase report -> report.photos();
            case Command.ActOnCase act -> act.fields().photos();
            case Aside.AddNote note ->
                note.files().stream().map(Aside.Enclosure::fileId).toList();
            case Aside.AddEvidence evidence -> List.of(evidence.fileId());
            case Aside.PatrolLook look ->
                look.seen().picture() == null
                        ? List.of()
                        : List.of(look.seen().picture().fileId());
            case Aside.InspectPoint point -> point.sheet().photos();
            case Command.ReviewCase _, Aside _ -> List.of();
        };
    }
}
