package org.chengshu.core.http.internal.repeat;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Sealed answers by key, for a day. */
@Component
class AnswerStore {
    private static final Duration KEPT_FOR = Duration.ofHours(24);

    private final DSLContext sql;
    private final Clock clock;

    AnswerStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether nobody else is at work on this key; it is held until the end of the transaction. */
    boolean hold(RequestKey key) {
        return sql.fetchSingle("select pg_try_advisory_xact_lock(?)", key.lock())
                .get(0, Boolean.class);
    }

    /** The answer given before; faults when it was given to a request with another fingerprint. */
    Optional<byte[]> find(RequestKey key, byte[] fingerprint) {
        return sql.fetchOptional(
                        "select fingerprint, answer from cs_core.kept_answer where id = ? and at > ?::timestamptz",
                        key.id(),
                        clock.instant().minus(KEPT_FOR))
                .map(row -> {
                    requireSame(row.get("fingerprint", byte[].class), fingerprint);
                    return key.open(row.get("answer", byte[].class));
                });
    }

    private static void requireSame(byte[] before, byte[] now) {
        if (!Arrays.equals(before, now)) {
            throw new Fault(
                    CoreError.IDEMPOTENCY_KEY_REUSED,
                    "this Idempotency-Key was used for another request; take a new one");
        }
    }

    void keep(RequestKey key, byte[] fingerprint, byte[] answer) {
        sql.execute("""
                insert into cs_core.kept_answer (id, fingerprint, answer, at) values (?, ?, ?, ?::timestamptz)
                on conflict (id) do update set fingerprint = excluded.fingerprint, answer = excluded.answer, at = excluded.at
                """, key.id(), fingerprint, key.seal(answer), clock.instant());
    }

    void forgetOld() {
        sql.execute(
                "delete from cs_core.kept_answer where at <= ?::timestamptz",
                clock.instant().minus(KEPT_FOR));
    }

    @Bean
    static RecurringJob forgetOldAnswers(AnswerStore answers) {
        return new RecurringJob("core.forget-answers", Duration.ofHours(1), answers::forgetOld);
    }
}
