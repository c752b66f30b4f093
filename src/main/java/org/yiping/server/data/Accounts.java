package org.yiping.server.data;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/// Sign-in names with their hashed passwords and how often they were tried in vain. Any thread.
public final class Accounts {
    private final Database database;

    public Accounts(Database database) {
        this.database = database;
    }

    /// `secret` is a password's hash with its parameters, never a password.
    public record Account(String name, String person, String secret, int failures, Instant lockedUntil) {}

    public Optional<Account> find(String name) {
        return database.with(c -> Sql.one(
                c,
                "SELECT * FROM accounts WHERE name = ?",
                r -> new Account(
                        r.getString("name"),
                        r.getString("person"),
                        r.getString("secret"),
                        r.getInt("failures"),
                        Instant.ofEpochMilli(r.getLong("locked_ms"))),
                name));
    }

    public void add(Collection<Account> accounts) {
        database.transact(c -> {
            try (Statements s = new Statements(c)) {
                for (Account a : accounts) {
                    s.add(
                            "INSERT INTO accounts (name, person, secret, failures, locked_ms) VALUES (?, ?, ?, 0, 0)",
                            a.name(),
                            a.person(),
                            a.secret());
                }
                s.run();
            }
            return null;
        });
    }

    /// Counts one more failure in the table, not in memory: tries that run side by side all count.
    public int fail(String name) {
        return database.transact(c -> {
            Sql.update(c, "UPDATE accounts SET failures = failures + 1 WHERE name = ?", name);
            return Sql.one(c, "SELECT failures FROM accounts WHERE name = ?", r -> r.getInt(1), name)
                    .orElse(0);
        });
    }

    public void lock(String name, Instant until) {
        database.with(c -> Sql.update(
                c, "UPDATE accounts SET failures = 0, locked_ms = ? WHERE name = ?", until.toEpochMilli(), name));
    }

    public void clear(String name) {
        database.with(c -> Sql.update(c, "UPDATE accounts SET failures = 0, locked_ms = 0 WHERE name = ?", name));
    }

    public void change(String name, String secret) {
        database.with(c -> Sql.update(c, "UPDATE accounts SET secret = ? WHERE name = ?", secret, name));
    }

    public long count() {
        return database.with(c ->
                Sql.one(c, "SELECT COUNT(*) FROM accounts", r -> r.getLong(1)).orElse(0L));
    }
}
