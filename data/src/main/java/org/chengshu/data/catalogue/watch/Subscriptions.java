package org.chengshu.data.catalogue.watch;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.notices.Channel;
import org.chengshu.core.notices.Notice;
import org.chengshu.core.notices.Notices;
import org.chengshu.core.notices.Recipient;
import org.chengshu.data.catalogue.Entry;
import org.chengshu.data.catalogue.EntryWatcher;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Who wants to hear of what, and telling them; joins the caller's transaction. */
@Component
class Subscriptions implements EntryWatcher {
    private static final Set<Channel> CHANNELS = Set.of(Channel.INBOX, Channel.EMAIL);

    /** What somebody wants to hear of an entry. */
    record Subscription(String entry, boolean onRefresh, boolean onVersion, boolean onWithdrawal, Instant madeAt) {}

    private final DSLContext db;
    private final Notices notices;
    private final Clock clock;

    Subscriptions(DSLContext db, Notices notices, Clock clock) {
        this.db = db;
        this.notices = notices;
        this.clock = clock;
    }

    List<Subscription> of(UUID account) {
        return db.fetch("select * from cs_data.subscription where account = ? order by made_at desc, entry", account)
                .map(Subscriptions::read);
    }

    Optional<Subscription> find(UUID account, String entry) {
        return db.fetchOptional("select * from cs_data.subscription where account = ? and entry = ?", account, entry)
                .map(Subscriptions::read);
    }

    void put(UUID account, Subscription wanted) {
        db.execute(
                """
                insert into cs_data.subscription (account, entry, on_refresh, on_version, on_withdrawal, made_at)
                values (?, ?, ?, ?, ?, cast(? as timestamptz))
                on conflict (account, entry) do update set on_refresh = excluded.on_refresh,
                    on_version = excluded.on_version, on_withdrawal = excluded.on_withdrawal
                """,
                account,
                wanted.entry(),
                wanted.onRefresh(),
                wanted.onVersion(),
                wanted.onWithdrawal(),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    void remove(UUID account, String entry) {
        db.execute("delete from cs_data.subscription where account = ? and entry = ?", account, entry);
    }

    @Override
    public void published(Entry entry) {
        if (entry.version() > 1) {
            tell(
                    entry,
                    "on_version",
                    Text.of("目录更新为第 " + entry.version() + " 版。", "Version " + entry.version() + " was published."));
        }
    }

    @Override
    public void withdrawn(Entry entry, String reason) {
        tell(entry, "on_withdrawal", Text.of("资源已撤回：" + reason, "It was withdrawn: " + reason));
    }

    void refreshed(Entry entry, long rows) {
        tell(
                entry,
                "on_refresh",
                Text.of("数据已更新，现有 " + rows + " 行。", "Its data was renewed; it holds " + rows + " rows."));
    }

    private void tell(Entry entry, String about, Text text) {
        List<Recipient> wanting = db.fetch(
                        "select account from cs_data.subscription where entry = ? and case ? when 'on_version' then on_version"
                                + " when 'on_withdrawal' then on_withdrawal else on_refresh end",
                        entry.id(),
                        about)
                .map(row -> Recipient.account(row.get(0, UUID.class)));
        if (wanting.isEmpty()) {
            return;
        }
        notices.tell(
                new Notice(
                        "data-subscription",
                        about + "-" + entry.id(),
                        Severity.BLUE,
                        Text.of(entry.content().title(), entry.content().titleEn()),
                        text,
                        Optional.of("/data/" + entry.id()),
                        entry.areaPath(),
                        Map.of()),
                wanting,
                CHANNELS);
    }

    private static Subscription read(Record row) {
        return new Subscription(
                row.get("entry", String.class),
                row.get("on_refresh", Boolean.class),
                row.get("on_version", Boolean.class),
                row.get("on_withdrawal", Boolean.class),
                row.get("made_at", OffsetDateTime.class).toInstant());
    }
}
