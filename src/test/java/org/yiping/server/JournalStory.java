package org.yiping.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiping.server.data.Database;
import org.yiping.server.data.Entry;
import org.yiping.server.data.JournalReader;
import org.yiping.server.data.Ledger;

/// What a stopped server's journal says happened: the revision each command ended at, what is there twice, and where
/// the chain breaks (0: nowhere). For cities whose cases are only ever reported.
public record JournalStory(
        Map<String, Long> commands, Set<String> cases, List<String> twice, long firstBroken, long revision) {
    public static JournalStory read(Path data) throws IOException {
        Map<String, Long> commands = new HashMap<>();
        Set<String> cases = new HashSet<>();
        List<String> twice = new ArrayList<>();
        try (Database database = Database.open(data, null)) {
            Ledger ledger = new Ledger(database);
            JournalReader journal = new JournalReader(database);
            long last = 0;
            for (var page = journal.after(0, 1000); !page.isEmpty(); page = journal.after(last, 1000)) {
                for (Entry e : page) {
                    last = e.revision();
                    if (e.change().kind().equals("case")
                            && !cases.add(e.change().id())) {
                        twice.add("case " + e.change().id());
                    }
                    if (e.change().kind().equals("record")
                            && commands.put(String.valueOf(e.origin().commandId()), last) != null) {
                        twice.add("command " + e.origin().commandId());
                    }
                }
            }
            return new JournalStory(commands, cases, twice, ledger.firstBroken(), ledger.revision());
        }
    }
}
