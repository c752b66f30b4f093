package org.yiping.server.command;

import java.util.List;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.server.data.Scope;

/// Which seats of a post are on the line and see what lies in a scope. Any thread.
public interface OnLine {
    List<SeatId> seats(PostCode post, Scope scope);
}
