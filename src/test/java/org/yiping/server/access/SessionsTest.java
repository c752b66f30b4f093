package org.yiping.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.protocol.SignIn;
import org.yiping.server.data.Accounts;
import org.yiping.server.data.Change;
import org.yiping.server.data.Database;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;
import org.yiping.server.data.SessionTable;

class SessionsTest {
    @TempDir
    Path folder;

    private final Passwords passwords = new Passwords();
    private final String drawn = passwords.draw();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private Database database;
    private Accounts accounts;
    private Roster roster;
    private Sessions sessions;

    @BeforeEach
    void open() {
        database = Database.open(folder, null);
        Person li = new Person(new PersonId("p1"), "李", List.of(new PostCode("acceptor")), List.of(), null);
        new Ledger(database)
                .write(b -> b.put(
                        Origin.PLATFORM,
                        now,
                        Change.fact(Kinds.PERSON, "p1", Json.mapper().writeValueAsString(li), Scope.OPEN)));
        accounts = new Accounts(database);
        accounts.add(List.of(new Accounts.Account("li", "p1", passwords.hashDrawn(drawn), 0, Instant.EPOCH)));
        roster = new Roster(new Rows(database));
        sessions = sessions();
    }

    private Sessions sessions() {
        return new Sessions(accounts, new SessionTable(database), roster, passwords, () -> now, "journal-1");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Sessions.Outcome signIn(String password, String post) {
        return sessions.signIn(new SignIn.Request("li", password, post, "seat"));
    }

    private SignIn.Answer welcome() {
        return ((Sessions.Outcome.Welcome) signIn(drawn, "acceptor")).answer();
    }

    @Test
    void aDrawnPasswordIsKeptAsArgonFromItsFirstUse() {
        assertThat(accounts.find("li").orElseThrow().secret())
                .startsWith("drawn$")
                .doesNotContain(drawn);
        welcome();
        assertThat(accounts.find("li").orElseThrow().secret()).startsWith("$argon2id$");
        welcome();
        assertThat(signIn("wrong", "acceptor")).isEqualTo(new Sessions.Outcome.Wrong());
    }

    @Test
    void fiveWrongPasswordsLockTheAccountForFiveMinutes() {
        for (int i = 0; i < Sessions.TRIES; i++) {
            assertThat(signIn("wrong", "acceptor")).isEqualTo(new Sessions.Outcome.Wrong());
        }
        assertThat(signIn(drawn, "acceptor")).isInstanceOf(Sessions.Outcome.Locked.class);
        now = now.plus(Sessions.LOCK).plusSeconds(1);
        assertThat(signIn(drawn, "acceptor")).isInstanceOf(Sessions.Outcome.Welcome.class);
    }

    @Test
    void onlyOwnPostsAndKnownNamesGetIn() {
        assertThat(signIn(drawn, "administrator")).isEqualTo(new Sessions.Outcome.WrongPost());
        assertThat(sessions.signIn(new SignIn.Request("nobody", drawn, "acceptor", "seat")))
                .isEqualTo(new Sessions.Outcome.Wrong());
    }

    @Test
    void aTokenEndsAfterItsTimeAndIsRefreshedOnce() {
        SignIn.Answer first = welcome();
        assertThat(sessions.find(first.token())).isPresent();
        now = now.plus(Sessions.TOKEN).plusSeconds(1);
        assertThat(sessions.find(first.token())).isEmpty();
        SignIn.Answer second = sessions.refresh(first.refreshToken()).orElseThrow();
        assertThat(sessions.find(second.token())).isPresent();
        assertThat(sessions.refresh(first.refreshToken())).isEmpty();
        now = now.plus(Duration.ofHours(13));
        assertThat(sessions.refresh(second.refreshToken())).isEmpty();
    }

    @Test
    void aRestartSignsNobodyOut() {
        SignIn.Answer answer = welcome();
        assertThat(sessions().find(answer.token())).isPresent();
        sessions.signOut(sessions.find(answer.token()).orElseThrow());
        assertThat(sessions.find(answer.token())).isEmpty();
        assertThat(sessions().find(answer.token())).isEmpty();
    }

    @Test
    void namesAndPhonesAreMasked() {
        assertThat(Masking.name("张小明")).isEqualTo("张**");
        assertThat(Masking.phone("13812341234")).isEqualTo("138****1234");
        assertThat(Masking.phone("62345678")).isEqualTo("********");
    }
}
