package org.chengshu.core.audit.internal.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chengshu.core.audit.Audit;
import org.chengshu.core.audit.AuditEntry;
import org.chengshu.core.audit.AuditFilter;
import org.chengshu.core.audit.AuditRow;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.jobs.JobProgress;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.Eventually;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody with all rights on the database does, and how a verification finds it. */
@CoreTest
class TamperingTest {
    private static final JobProgress QUIET = new JobProgress() {
        @Override
        public void at(long done, long total, Text message) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    @Autowired
    Audit audit;

    @Autowired
    Sealer sealer;

    @Autowired
    ChainStore store;

    @Autowired
    Verification verification;

    @Autowired
    Transactions transactions;

    @Autowired
    DSLContext sql;

    @Autowired
    Clock clock;

    private Instant began;
    private List<AuditRow> rows;

    @BeforeEach
    void fiveSealedEntries() {
        began = clock.instant();
        String who = "witness-" + UUID.randomUUID();
        IntStream.range(0, 5)
                .forEach(n -> audit.record(AuditEntry.done(
                        Optional.empty(), who, "kite.flown", Map.of("id", "kite-" + n, "n", String.valueOf(n)))));
        rows = audit.list(AuditFilter.by(who), Cursor.first()).items().reversed();
        Eventually.eventually("all entries are sealed", () -> {
            sealer.seal();
            return store.linksOf(rows.stream().map(AuditRow::id).toList()).size() == 5;
        });
    }

    @Test
    void findsNothingWhereNobodyTouchedAnything() {
        Verification.Result result = verify();

        assertThat(result.whole()).isTrue();
        assertThat(result.entries()).isGreaterThanOrEqualTo(5);
        assertThat(result.broken()).isEmpty();
    }

    @Test
    void namesTheEntryThatWasChangedAndWhatDiffers() {
        UUID id = rows.get(2).id();
        asOwner("update cs_core.audit set who = 'somebody else', outcome = 'refused' where id = ?", id);

        Verification.Broken broken = verify().broken().orElseThrow();

        assertThat(broken.what()).isEqualTo("content-changed");
        assertThat(broken.id()).isEqualTo(id);
        assertThat(broken.at()).isEqualTo(rows.get(2).at());
        assertThat(broken.detail().en()).isEqualTo("changed since it was sealed: who, outcome");
    }

    @Test
    void namesTheEntryThatWasDeleted() {
        UUID id = rows.get(1).id();
        asOwner("delete from cs_core.audit where id = ?", id);

        assertThat(verify().broken().orElseThrow().what()).isEqualTo("entry-missing");
        assertThat(verify().broken().orElseThrow().id()).isEqualTo(id);
    }

    @Test
    void namesTheEntryThatWasSlippedIn() {
        UUID id = UUID.randomUUID();
        asOwner(
                "insert into cs_core.audit (id, at, who, event, outcome, details, things)"
                        + " select ?, at + interval '1 microsecond', who, event, outcome, details, things"
                        + " from cs_core.audit where id = ?",
                id,
                rows.get(1).id());

        assertThat(verify().broken().orElseThrow().what()).isEqualTo("entry-inserted");
        assertThat(verify().broken().orElseThrow().id()).isEqualTo(id);
    }

    @Test
    void namesTheFirstOfTwoThatChangedPlaces() {
        Map<UUID, Link> links = store.linksOf(rows.stream().map(AuditRow::id).toList());
        long first = links.get(rows.get(1).id()).number();
        long second = links.get(rows.get(2).id()).number();
        asOwner("update cs_core.audit_link set number = -1 where number = ?", first);
        asOwner("update cs_core.audit_link set number = ? where number = ?", first, second);
        asOwner("update cs_core.audit_link set number = ? where number = -1", second);

        assertThat(verify().broken().orElseThrow().what()).isEqualTo("link-changed");
        assertThat(verify().broken().orElseThrow().number()).isEqualTo(Math.min(first, second));
    }

    @Test
    void namesTheGapOfALinkThatIsGone() {
        long number =
                store.linksOf(List.of(rows.get(2).id())).get(rows.get(2).id()).number();
        asOwner("delete from cs_core.audit_link where number = ?", number);

        assertThat(verify().broken().orElseThrow().what()).isEqualTo("link-missing");
        assertThat(verify().broken().orElseThrow().number()).isEqualTo(number);
    }

    @Test
    void refusesEvenItsOwnerWhileTheGuardsStand() {
        for (String tampering : List.of(
                "update cs_core.audit_link set number = number + 1000000",
                "delete from cs_core.audit_link",
                "truncate cs_core.audit_link",
                "truncate cs_core.audit_other")) {
            assertThatThrownBy(() -> sql.execute(tampering)).hasStackTraceContaining("append-only");
        }
    }

    @Test
    void verifiesAThousandEntriesOfManyThreadsAsOneChain() {
        IntStream.range(0, 1_000)
                .parallel()
                .forEach(n -> audit.record(AuditEntry.done(Optional.empty(), "crowd", "kite.seen", Map.of())));
        Eventually.eventually("nothing waits", () -> {
            sealer.seal();
            return store.waiting() == 0;
        });

        assertThat(verify().whole()).isTrue();
        assertThat(verify().entries()).isGreaterThanOrEqualTo(1_005);
    }

    private Verification.Result verify() {
        return verification.run(
                Period.of(Optional.of(began), Optional.of(clock.instant().plusSeconds(1))), QUIET);
    }

    /** As a superuser who switches the guards off. */
    private void asOwner(String statement, Object... values) {
        transactions.run(() -> {
            sql.execute("set local session_replication_role = replica");
            assertThat(sql.execute(statement, values)).isPositive();
        });
    }
}
