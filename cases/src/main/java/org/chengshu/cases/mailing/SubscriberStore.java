package org.chengshu.cases.mailing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Ids;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Subscribers in PostgreSQL. */
@Component
class SubscriberStore {
    private final DSLContext db;
    private final MailingVault vault;

    SubscriberStore(DSLContext db, MailingVault vault) {
        this.db = db;
        this.vault = vault;
    }

    /** Whoever adds for one address waits for the other, so that its limit holds. */
    void hold(String key) {
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 56))", key);
    }

    int count(String key) {
        return db.fetchSingle("select count(*)::int as n from cs_cases.mail_subscription where address_key = ?", key)
                .get("n", Integer.class);
    }

    /** How many letters to confirm an address has been sent or will be, in subscriptions that wait. */
    int lettersTo(String key) {
        return db.fetchSingle("""
                        select coalesce(sum(letters + case when letter_due is null then 0 else 1 end), 0)::int as n
                        from cs_cases.mail_subscription where address_key = ? and confirmed_at is null
                        """, key).get("n", Integer.class);
    }

    Optional<Subscriber> find(String key, Optional<String> area) {
        return db.fetchOptional(
                        "select * from cs_cases.mail_subscription where address_key = ? and coalesce(area, '') = ?",
                        key,
                        area.orElse(""))
                .map(SubscriberStore::read);
    }

    Optional<Subscriber> find(UUID id) {
        return db.fetchOptional("select * from cs_cases.mail_subscription where id = ?", id)
                .map(SubscriberStore::read);
    }

    void add(String key, String address, Optional<String> area, Locale language, Instant now) {
        UUID id = Ids.at(now);
        db.execute(
                """
                insert into cs_cases.mail_subscription (
                    id, address_sealed, address_key, area, language, asked_at, letter_due)
                values (?, ?, ?, ?, ?, cast(? as timestamptz), cast(? as timestamptz))
                """,
                id,
                vault.seal(id, address),
                key,
                area.orElse(null),
                language.getLanguage(),
                now.toString(),
                now.toString());
    }

    void writeAgain(UUID id, Instant now) {
        db.execute(
                "update cs_cases.mail_subscription set letter_due = cast(? as timestamptz) where id = ?",
                now.toString(),
                id);
    }

    List<Subscriber> lettersDue(Instant now, int most) {
        return db.fetch("""
                        select * from cs_cases.mail_subscription
                        where letter_due <= cast(? as timestamptz) order by letter_due limit ?
                        """, now.toString(), most).map(SubscriberStore::read);
    }

    void letterSent(UUID id) {
        db.execute("update cs_cases.mail_subscription set letter_due = null, letters = letters + 1 where id = ?", id);
    }

    void letterLater(UUID id, Instant when) {
        writeAgain(id, when);
    }

    /** Told from now on; whether it was not confirmed yet. */
    boolean confirm(UUID id, Instant now) {
        return db.execute("""
                        update cs_cases.mail_subscription
                           set confirmed_at = cast(? as timestamptz), told_until = cast(? as timestamptz), letter_due = null
                         where id = ? and confirmed_at is null
                        """, now.toString(), now.toString(), id) > 0;
    }

    void erase(UUID id) {
        db.execute("delete from cs_cases.mail_subscription where id = ?", id);
    }

    /** What nobody confirmed. */
    void eraseAskedBefore(Instant time) {
        db.execute(
                "delete from cs_cases.mail_subscription where confirmed_at is null and asked_at < cast(? as timestamptz)",
                time.toString());
    }

    /** Those who have not been told of the time before, the ones that waited longest first. */
    List<Subscriber> untold(Instant until, int most) {
        return db.fetch("""
                        select * from cs_cases.mail_subscription
                        where confirmed_at is not null and told_until < cast(? as timestamptz)
                        order by told_until, area, id limit ?
                        """, until.toString(), most).map(SubscriberStore::read);
    }

    void told(UUID id, Instant until) {
        db.execute(
                "update cs_cases.mail_subscription set told_until = cast(? as timestamptz) where id = ?",
                until.toString(),
                id);
    }

    private static Subscriber read(Record row) {
        return new Subscriber(
                row.get("id", UUID.class),
                row.get("address_sealed", String.class),
                Optional.ofNullable(row.get("area", String.class)),
                Locale.of(row.get("language", String.class)),
                row.get("asked_at", OffsetDateTime.class).toInstant(),
                row.get("letters", Integer.class),
                Optional.ofNullable(row.get("confirmed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.get("told_until", OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }
}
