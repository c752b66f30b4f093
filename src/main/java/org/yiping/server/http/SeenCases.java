package org.yiping.server.http;

import java.util.Optional;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Masking;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// Cases as far as somebody sees them: what lies out of reach is not there, what is personal is masked or noted. Any
/// thread.
final class SeenCases {
    private final Rows rows;
    private final Access access;
    private final Disclosure disclosure;

    SeenCases(Rows rows, Access access, Disclosure disclosure) {
        this.rows = rows;
        this.access = access;
        this.disclosure = disclosure;
    }

    Optional<Row> find(String id, Principal who) {
        return rows.find(Kinds.CASE, id)
                .filter(r -> access.reach(Kinds.CASE, who).sees(r.scope()));
    }

    /// The case the path names.
    Row named(Call call) {
        return find(call.path("id"), call.who()).orElseThrow(() -> Fault.of("RES-4040"));
    }

    /// The row's text for this person; that it was shown is written down where it is personal.
    String text(Row row, Principal who, String route) {
        if (Masking.isPersonal(Kinds.CASE, row.content())) {
            disclosure.note(who, route, row.id(), 1);
        }
        return access.masking(who.post()).mask(Kinds.CASE, row.content());
    }
}
