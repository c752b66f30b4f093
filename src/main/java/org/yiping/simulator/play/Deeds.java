package org.yiping.simulator.play;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.command.Command.Fields;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PostCode;

/// Puts what somebody decided into a deed, where the city's workflow knows such an action. Immutable; any
/// thread.
final class Deeds {
    private final Town town;
    private final Phrases phrases;

    Deeds(Town town, Phrases phrases) {
        this.town = town;
        this.phrases = phrases;
    }

    Town town() {
        return town;
    }

    String phrase(String use, RandomGenerator random) {
        return phrases.draw(use, random);
    }

    Optional<Deed> deed(
            CommandId id,
            Case row,
            Account account,
            String post,
            String action,
            Fields fields,
            List<Deed.Photo> photos) {
        ActionCode code = new ActionCode(action);
        return town.workflow()
                .find(code, row.progress().state())
                .map(t ->
                        new Deed(id, account, new PostCode(post), row.id(), new Deed.Draft.Act(code, fields), photos));
    }

    /// By one of the hall's seats.
    Optional<Deed> bySeat(CommandId id, Case row, String post, String action, Fields fields, RandomGenerator random) {
        return deed(id, row, town.seat(post, random), post, action, fields, List.of());
    }

    /// By the terminal of the department that has the case.
    Optional<Deed> byDepartment(CommandId id, Case row, String action, Fields fields, List<Deed.Photo> photos) {
        DepartmentId department = row.progress().department();
        Optional<Account> terminal = department == null ? Optional.empty() : town.terminal(department);
        return terminal.flatMap(t -> deed(id, row, t, "department", action, fields, photos));
    }
}
