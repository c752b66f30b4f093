package org.yiping.server.data;

import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fills columns that came with a newer version for the cases that are older: SQL cannot read them out of their text.
/// Interrupted, it is simply done again. One thread.
public final class Catchup {
    private static final Logger LOG = LoggerFactory.getLogger(Catchup.class);
    private static final String DONE = "case-columns";
    private static final String VERSION = "6";
    private static final int PAGE = 1_000;

    private final Database database;

    public Catchup(Database database) {
        this.database = database;
    }

    /// A storage that begins with this version has nothing to catch up with, however much is imported into it.
    public void spare() {
        new Meta(database).set(DONE, VERSION);
    }

    /// `facts` reads a case's text. Costs one look where nothing is to do.
    public void run(Function<String, CaseFacts> facts) {
        Meta meta = new Meta(database);
        if (meta.get(DONE).filter(VERSION::equals).isPresent()) {
            return;
        }
        Rows rows = new Rows(database);
        long cursor = 0;
        long done = 0;
        List<Row> page;
        do {
            page = rows.page(org.yiping.protocol.Kinds.CASE, CaseFilter.ALL, Reach.CITY, cursor, PAGE);
            if (!page.isEmpty()) {
                write(page, facts);
                cursor = page.getLast().place().born();
                done += page.size();
            }
        } while (page.size() == PAGE);
        meta.set(DONE, VERSION);
        database.sync();
        if (done > 0) {
            LOG.info("{} cases got the columns of version {}", done, VERSION);
        }
    }

    private void write(List<Row> page, Function<String, CaseFacts> facts) {
        database.transact(c -> {
            try (Statements statements = new Statements(c)) {
                for (Row row : page) {
                    RowWriter.rewrite(statements, row, facts.apply(row.content()));
                }
                statements.run();
            }
            return null;
        });
    }
}
