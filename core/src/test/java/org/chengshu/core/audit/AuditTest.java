package org.chengshu.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@CoreTest
class AuditTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Audit audit;

    @Autowired
    DSLContext sql;

    @Autowired
    Transactions transactions;

    private TestPeople people;
    private AccountView flyer;
    private PeopleClient client;

    @BeforeEach
    void come() {
        people = new TestPeople(context);
        flyer = people.account(Optional.empty(), "test:fly");
        client = PeopleClient.at(port).bearer(people.token(flyer.id()));
    }

    @Test
    void keepsWhoDidWhatWhere() {
        client.post("/api/test/v1/kites/hill", Map.of("name", "swallow"));

        AuditEntry entry = lastOf(flyer.name());
        assertThat(entry.event()).isEqualTo("kite.flown");
        assertThat(entry.account()).contains(flyer.id());
        assertThat(entry.outcome()).isEqualTo(AuditOutcome.DONE);
        assertThat(entry.code()).isEmpty();
        assertThat(entry.details()).containsExactly(Map.entry("place", "hill"));
        assertThat(entry.address()).contains("127.0.0.1");
    }

    @Test
    void keepsWhatWasRefusedAndWhatBrokeDown() {
        client.postText("/api/test/v1/kites/hill", "{}");
        assertThat(lastOf(flyer.name()).outcome()).isEqualTo(AuditOutcome.REFUSED);
        assertThat(lastOf(flyer.name()).code()).contains("BAD_REQUEST");

        client.post("/api/test/v1/breakdown", "");
        assertThat(lastOf(flyer.name()).outcome()).isEqualTo(AuditOutcome.FAILED);
        assertThat(lastOf(flyer.name()).code()).contains("INTERNAL");
    }

    @Test
    void keepsAttemptsOfThoseWhoLackTheRight() {
        AccountView outsider = people.account(Optional.empty());

        PeopleClient.at(port).bearer(people.token(outsider.id())).post("/api/test/v1/kites/hill", Map.of());

        assertThat(lastOf(outsider.name()).code()).contains("FORBIDDEN");
    }

    @Test
    void keepsSigningInAndItsFailureButNoPassword() {
        PeopleClient nobody = PeopleClient.at(port);
        nobody.post("/api/core/v1/login", Map.of("name", flyer.name(), "password", TestPeople.PASSWORD));
        AuditEntry in = lastOf(flyer.name());
        nobody.post("/api/core/v1/login", Map.of("name", flyer.name(), "password", "wrong password"));
        AuditEntry failed = lastOf("nobody");

        assertThat(in.event()).isEqualTo("account.signed-in");
        assertThat(failed.code()).contains("BAD_CREDENTIALS");
        assertThat(failed.details()).containsExactly(Map.entry("name", flyer.name()));
    }

    @Test
    void leavesNoEntryOfStrangersAtLockedDoors() {
        long before = count();

        PeopleClient.at(port).post("/api/test/v1/kites/hill", Map.of());

        assertThat(count()).isEqualTo(before);
    }

    @Test
    void canOnlyBeAddedTo() {
        audit.record(AuditEntry.done(Optional.empty(), "test", "test.done", Map.of()));

        for (String tampering : new String[] {
            "update cs_core.audit set who = 'somebody else'", "delete from cs_core.audit", "truncate cs_core.audit"
        }) {
            assertThatThrownBy(() -> sql.execute(tampering)).hasStackTraceContaining("append-only");
        }
    }

    @Test
    void sharesTheFateOfItsTransaction() {
        String who = "witness-" + UUID.randomUUID();
        assertThatThrownBy(() -> transactions.run(() -> {
                    audit.record(AuditEntry.done(Optional.empty(), who, "test.done", Map.of()));
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(audit.list(by(who), Cursor.first()).items()).isEmpty();
    }

    @Test
    void pagesFromNewToOldWithoutGapsOrRepeats() {
        String who = "writer-" + UUID.randomUUID();
        for (int i = 0; i < 7; i++) {
            audit.record(AuditEntry.done(Optional.empty(), who, "test.done", Map.of("n", String.valueOf(i))));
        }
        StringBuilder seen = new StringBuilder();
        Optional<String> next = Optional.empty();
        int pages = 0;
        do {
            CursorPage<AuditRow> page = audit.list(by(who), Cursor.of(next, 3));
            page.items().forEach(row -> seen.append(row.entry().details().get("n")));
            next = page.next();
            pages++;
        } while (next.isPresent());

        assertThat(seen.chars().sorted().mapToObj(Character::toString).reduce("", String::concat))
                .isEqualTo("0123456");
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void isReadOverHttpByThoseWhoMay() {
        client.post("/api/test/v1/kites/hill", Map.of("name", "swallow"));
        PeopleClient auditor = PeopleClient.at(port).bearer(people.token("core:audit"));

        JsonNode lines = auditor.get("/api/core/v1/audit?event=kite.&outcome=done&who=" + flyer.name())
                .json()
                .path("items");

        assertThat(lines.size()).isEqualTo(1);
        assertThat(lines.path(0).path("event").asString()).isEqualTo("kite.flown");
        assertThat(lines.path(0).path("outcome").asString()).isEqualTo("done");
        assertThat(client.get("/api/core/v1/audit").status()).isEqualTo(403);
    }

    private AuditEntry lastOf(String who) {
        return audit.list(by(who), Cursor.first(1)).items().getFirst().entry();
    }

    private static AuditFilter by(String who) {
        return AuditFilter.by(who);
    }

    private long count() {
        return sql.fetchSingle("select count(*) from cs_core.audit").get(0, Long.class);
    }
}
