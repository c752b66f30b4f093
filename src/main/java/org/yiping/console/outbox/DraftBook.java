package org.yiping.console.outbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.cache.DraftRow;
import org.yiping.console.cache.DraftTable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Command;

/// The drafts in memory, written behind by the outbox's thread: a typist is never waited for. Any thread.
final class DraftBook implements Drafts {
    private static final Logger LOG = LoggerFactory.getLogger(DraftBook.class);
    /// What a crash may take: the last words of half a second.
    private static final long MOMENT_MILLIS = 400;

    private final DraftTable table;
    private final OutboxTools tools;
    private final Map<Place, Draft> drafts = new HashMap<>();
    private final Set<Place> changed = new HashSet<>();

    private record Place(CaseId about, String part) {}

    DraftBook(DraftTable table, OutboxTools tools) {
        this.table = table;
        this.tools = tools;
    }

    /// Reads what an earlier session left; blocks. Comfort, not data: what cannot be read is left alone.
    void load() {
        try {
            List<DraftRow> rows = table.all();
            synchronized (drafts) {
                rows.forEach(r -> drafts.putIfAbsent(new Place(r.about(), r.part()), new Draft(r.text(), r.at())));
            }
        } catch (IOException e) {
            LOG.warn("drafts of earlier are not readable: {}", e.toString());
        }
    }

    @Override
    public Optional<Draft> find(CaseId about, String part) {
        synchronized (drafts) {
            return Optional.ofNullable(drafts.get(new Place(about, part)));
        }
    }

    @Override
    public Optional<Begun> last(String part) {
        synchronized (drafts) {
            return drafts.entrySet().stream()
                    .filter(e -> e.getKey().part().equals(part))
                    .max(Comparator.comparing(e -> e.getValue().at()))
                    .map(e -> new Begun(e.getKey().about(), e.getValue()));
        }
    }

    @Override
    public void keep(CaseId about, String part, String text) {
        Place place = new Place(about, part);
        boolean first;
        synchronized (drafts) {
            Draft known = drafts.get(place);
            if (known == null ? text.isBlank() : known.text().equals(text)) {
                return;
            }
            if (text.isBlank()) {
                drafts.remove(place);
            } else {
                drafts.put(place, new Draft(text, tools.clock().instant()));
            }
            first = changed.isEmpty();
            changed.add(place);
        }
        if (first) {
            var _ = tools.serial().schedule(this::write, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /// The platform has it: what was a draft is the case's own now.
    void accepted(Command command) {
        CaseId about = command.about();
        String part = Drafts.part(command);
        if (about != null && !part.isEmpty()) {
            keep(about, part, "");
        }
    }

    /// On the outbox's thread.
    void write() {
        List<DraftRow> rows = new ArrayList<>();
        synchronized (drafts) {
            for (Place place : changed) {
                Draft draft =
                        drafts.getOrDefault(place, new Draft("", tools.clock().instant()));
                rows.add(new DraftRow(place.about(), place.part(), draft.text(), draft.at()));
            }
            changed.clear();
        }
        try {
            table.write(rows);
        } catch (IOException e) {
            LOG.warn("{} drafts are not on the disk: {}", rows.size(), e.toString());
        }
    }
}
