package org.yiping.server.wall;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.NodeWord.Corner;
import org.yiping.domain.wall.WallNode;
import org.yiping.domain.wall.WallStep;
import org.yiping.domain.wall.WallTeam;

/// The computers of one wall and the steps they take together. Guarded by `WallNodes`.
///
/// Every step is told before it holds, long enough for each computer to have heard of it twice, and holds from a full
/// second, at which all of them look at what is due anyhow. What changes while a step is on its way waits for the one
/// after: nobody may have heard another version of it.
///
/// Who is there is a matter of time that passed, which no clock that is set can change; only steps go by the
/// clock.
final class Team {
    static final Duration LEAD = Duration.ofSeconds(2);
    /// Who has been silent so long is lost; a word comes every second.
    static final Duration SILENT = Duration.ofSeconds(5);
    /// After a start of the platform all who are there have said so by then. Until then they keep what they have.
    static final Duration SETTLING = Duration.ofSeconds(5);
    static final Duration FORGOTTEN = Duration.ofDays(1);
    static final int MOST_NODES = 30;

    private static final Logger LOG = LoggerFactory.getLogger(Team.class);

    private final long begun;
    private final Map<NodeId, Member> members = new TreeMap<>(Comparator.comparing(NodeId::value));
    private @Nullable WallStep current;
    private @Nullable WallStep next;

    /// What the platform's clock says, and the nanoseconds of one that nobody sets.
    record Moment(Instant now, long nanos) {
        Duration since(long then) {
            return Duration.ofNanos(nanos - then);
        }

        /// By the clock as it is now.
        Instant dated(long then) {
            return now.minusNanos(nanos - then);
        }
    }

    private static final class Member {
        NodeWord word;
        long heard;
        long since;
        boolean there = true;

        Member(NodeWord word, long nanos) {
            this.word = word;
            heard = nanos;
            since = nanos;
        }
    }

    Team(Moment at) {
        begun = at.nanos();
    }

    /// Whether there was room for it.
    boolean tell(NodeId id, NodeWord word, Moment at) {
        Member member = members.get(id);
        if (member == null) {
            if (members.size() >= MOST_NODES) {
                return false;
            }
            LOG.info("the wall has a node {}", id.value());
            members.put(id, new Member(word, at.nanos()));
            return true;
        }
        member.word = word;
        member.heard = at.nanos();
        if (!member.there) {
            LOG.info("the wall's node {} is back", id.value());
            member.there = true;
            member.since = at.nanos();
        }
        return true;
    }

    WallTeam told(Moment at) {
        advance(at);
        List<WallNode> nodes = new ArrayList<>();
        members.forEach((id, m) -> nodes.add(new WallNode(
                id,
                m.word.monitors(),
                m.there,
                at.dated(m.since),
                at.dated(m.heard),
                m.word.offsetMillis(),
                m.word.stood(),
                m.word.stands(),
                m.word.machine(),
                m.word.oldest())));
        List<WallStep> steps = new ArrayList<>();
        if (current != null) {
            steps.add(current);
        }
        if (next != null) {
            steps.add(next);
        }
        return new WallTeam(at.now(), nodes, steps, null);
    }

    boolean forgotten(Moment at) {
        return members.values().stream().allMatch(m -> at.since(m.heard).compareTo(FORGOTTEN) > 0);
    }

    private void advance(Moment at) {
        members.values().removeIf(m -> at.since(m.heard).compareTo(FORGOTTEN) > 0);
        members.forEach((id, m) -> {
            if (m.there && at.since(m.heard).compareTo(SILENT) > 0) {
                LOG.warn("the wall's node {} is lost: nothing heard since {}", id.value(), at.dated(m.heard));
                m.there = false;
                m.since = at.nanos();
            }
        });
        Instant now = at.now();
        WallStep coming = next;
        if (coming != null && (!coming.from().isAfter(now) || coming.from().isAfter(now.plus(LEAD.multipliedBy(2))))) {
            current = coming;
            next = null;
        }
        WallStep holds = current;
        if (holds != null && holds.from().isAfter(now)) {
            current = new WallStep(now, holds.parts(), holds.calls());
        }
        if (next != null || at.since(begun).compareTo(SETTLING) < 0) {
            return;
        }
        List<WallStep.Part> parts = parts();
        boolean calls = calls();
        WallStep here = current;
        if (here == null || !here.parts().equals(parts) || here.calls() != calls) {
            next = new WallStep(after(now.plus(LEAD)), parts, calls);
        }
    }

    private static Instant after(Instant moment) {
        Instant second = moment.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(moment) ? second : second.plusSeconds(1);
    }

    /// Who has read furthest knows best; of those who have read as far, who sees an alarm.
    private boolean calls() {
        long furthest = members.values().stream()
                .filter(m -> m.there)
                .mapToLong(m -> m.word.revision())
                .max()
                .orElse(0);
        return members.values().stream().anyMatch(m -> m.there && m.word.revision() == furthest && m.word.calls());
    }

    /// Everybody in their place: who says where, there; who does not, or lies over another one, to the right of all
    /// others in the order of the names.
    private List<WallStep.Part> parts() {
        Map<NodeId, Corner> corners = new TreeMap<>(Comparator.comparing(NodeId::value));
        List<Box> taken = new ArrayList<>();
        members.forEach((id, m) -> {
            Corner at = m.word.at();
            if (at != null) {
                List<Box> here = WallStep.moved(m.word.monitors().known(), at);
                if (here.stream()
                        .noneMatch(b -> taken.stream().anyMatch(t -> t.meet(b).isPresent()))) {
                    corners.put(id, at);
                    taken.addAll(here);
                }
            }
        });
        members.forEach((id, m) -> {
            if (!corners.containsKey(id)) {
                Box own = Box.around(m.word.monitors().known());
                Corner at = new Corner((taken.isEmpty() ? 0 : Box.around(taken).right()) - own.x(), 0 - own.y());
                corners.put(id, at);
                taken.addAll(WallStep.moved(m.word.monitors().known(), at));
            }
        });
        List<WallStep.Part> parts = new ArrayList<>();
        members.forEach((id, m) -> parts.add(
                new WallStep.Part(id, corners.getOrDefault(id, new Corner(0, 0)), m.word.monitors(), m.there)));
        return parts;
    }
}
