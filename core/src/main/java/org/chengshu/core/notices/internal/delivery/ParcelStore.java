package org.chengshu.core.notices.internal.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.notices.Channel;
import org.chengshu.core.notices.internal.person.Vault;
import org.chengshu.kernel.Ids;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
public final class ParcelStore {
    private static final Duration IN_HANDS = Duration.ofMinutes(2);
    private static final int LONGEST_ERROR = 500;

    private final DSLContext sql;
    private final Vault vault;
    private final Clock clock;

    ParcelStore(DSLContext sql, Vault vault, Clock clock) {
        this.sql = sql;
        this.vault = vault;
        this.clock = clock;
    }

    /** As {@link #add}, unless one of its key waits, which then tells of this, or went less than {@code fold} ago. */
    public void addFolded(NewDelivery delivery, UUID notice, String foldKey, Severity severity, Duration fold) {
        Instant now = clock.instant();
        int joined = sql.execute(
                """
                update cs_core.notice_delivery set notice_id = ?, severity = greatest(severity, ?),
                    times = times + case when exists (
                        select 1 from cs_core.notice o join cs_core.notice n on n.occurrence = o.occurrence
                        where o.id = notice_id and n.id = ?) then 0 else 1 end
                where target = ? and fold_key = ? and channel = ? and state = 'waiting'
                  and (claimed_until is null or claimed_until < ?::timestamptz)
                """,
                notice,
                severity.level(),
                notice,
                delivery.target(),
                foldKey,
                delivery.channel().word(),
                now);
        if (joined > 0) {
            return;
        }
        boolean recent = sql.fetchOptional(
                        """
                        select 1 from cs_core.notice_delivery
                        where target = ? and fold_key = ? and channel = ? and severity >= ?
                          and (state = 'waiting' or state = 'sent' and sent_at > ?::timestamptz) limit 1
                        """, delivery.target(), foldKey, delivery.channel().word(), severity.level(), now.minus(fold))
                .isPresent();
        insert(delivery, notice, foldKey, severity, recent ? "dropped" : "waiting", now);
    }

    public void add(NewDelivery delivery, UUID notice, String foldKey, Severity severity) {
        insert(delivery, notice, foldKey, severity, "waiting", clock.instant());
    }

    private void insert(
            NewDelivery delivery, UUID notice, String foldKey, Severity severity, String state, Instant now) {
        UUID id = Ids.at(now);
        sql.execute(
                """
                insert into cs_core.notice_delivery (id, notice_id, channel, account_id, webhook_id, address, shown,
                    target, fold_key, severity, state, next_at, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz)
                """,
                id,
                notice,
                delivery.channel().word(),
                delivery.account().orElse(null),
                delivery.webhook().orElse(null),
                delivery.address()
                        .map(address -> vault.seal(Vault.Column.DELIVERY_ADDRESS, id, address))
                        .orElse(null),
                delivery.shown(),
                delivery.target(),
                foldKey,
                severity.level(),
                state,
                delivery.notBefore(),
                now);
    }

    /** Takes some into this node's hands; what it does not tell the outcome of within two minutes others may take. */
    List<Parcel> take(Channel channel, int most) {
        Instant now = clock.instant();
        return sql.fetch("""
                        with due as (
                            select id from cs_core.notice_delivery
                            where channel = ? and state = 'waiting' and next_at <= ?::timestamptz
                              and (claimed_until is null or claimed_until < ?::timestamptz)
                            order by next_at limit ? for update skip locked),
                        taken as (
                            update cs_core.notice_delivery d
                            set claimed_until = ?::timestamptz, attempts = attempts + 1
                            from due where d.id = due.id returning d.*)
                        select d.*, n.matter, n.title_zh, n.title_en, n.text_zh, n.text_en, n.page, n.area_path, n.rule,
                               n.step, n.at
                        from taken d join cs_core.notice n on n.id = d.notice_id
                        """, channel.word(), now, now, most, now.plus(IN_HANDS))
                .map(ParcelStore::parcel);
    }

    void sent(Parcel parcel) {
        sql.execute("""
                update cs_core.notice_delivery
                set state = 'sent', sent_at = ?::timestamptz, claimed_until = null, error = null
                where id = ? and state = 'waiting'
                """, clock.instant(), parcel.id());
    }

    void later(Parcel parcel, Instant nextAt, String reason) {
        sql.execute("""
                update cs_core.notice_delivery set next_at = ?::timestamptz, claimed_until = null, error = ?
                where id = ? and state = 'waiting'
                """, nextAt, cut(reason), parcel.id());
    }

    void dead(Parcel parcel, String reason) {
        sql.execute("""
                update cs_core.notice_delivery set state = 'dead', claimed_until = null, error = ?
                where id = ? and state = 'waiting'
                """, cut(reason), parcel.id());
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
    }

    private static Parcel parcel(Record row) {
        return new Parcel(
                row.get("id", UUID.class),
                Channel.ofWord(row.get("channel", String.class)),
                Optional.ofNullable(row.get("account_id", UUID.class)),
                Optional.ofNullable(row.get("webhook_id", String.class)),
                Optional.ofNullable(row.get("address", String.class)),
                row.get("attempts", Integer.class),
                row.get("notice_id", UUID.class),
                row.get("matter", String.class),
                row.get("fold_key", String.class),
                Severity.ofLevel(row.get("severity", Integer.class)),
                Text.of(row.get("title_zh", String.class), row.get("title_en", String.class)),
                Text.of(row.get("text_zh", String.class), row.get("text_en", String.class)),
                Optional.ofNullable(row.get("page", String.class)),
                row.get("area_path", String.class),
                Optional.ofNullable(row.get("rule", String.class)),
                row.get("step", Integer.class),
                row.get("times", Integer.class),
                row.get("at", OffsetDateTime.class).toInstant());
    }
}
