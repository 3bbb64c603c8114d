package org.chengshu.core.notices.internal.webhook;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.notices.internal.person.Vault;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
final class WebhookStore {
    private final DSLContext sql;
    private final Vault vault;

    WebhookStore(DSLContext sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    List<Webhook> list() {
        return sql.fetch("select * from cs_core.webhook order by id").map(this::webhook);
    }

    Optional<Webhook> find(String id) {
        return sql.fetchOptional("select * from cs_core.webhook where id = ?", id)
                .map(this::webhook);
    }

    boolean insert(Webhook webhook) {
        return sql.execute(
                        """
                        insert into cs_core.webhook (id, title, url, secret, created_at)
                        values (?, ?, ?, ?, ?::timestamptz) on conflict (id) do nothing
                        """,
                        webhook.id(),
                        webhook.title(),
                        vault.seal(Vault.Column.WEBHOOK_URL, webhook.id(), webhook.url()),
                        vault.seal(Vault.Column.WEBHOOK_SECRET, webhook.id(), webhook.secret()),
                        webhook.createdAt())
                > 0;
    }

    boolean update(Webhook changed) {
        return sql.execute(
                        """
                        update cs_core.webhook set title = ?, url = ?, enabled = ?, version = version + 1
                        where id = ? and version = ?
                        """,
                        changed.title(),
                        vault.seal(Vault.Column.WEBHOOK_URL, changed.id(), changed.url()),
                        changed.enabled(),
                        changed.id(),
                        changed.version())
                > 0;
    }

    void setSecret(String id, String secret) {
        sql.execute(
                "update cs_core.webhook set secret = ?, version = version + 1 where id = ?",
                vault.seal(Vault.Column.WEBHOOK_SECRET, id, secret),
                id);
    }

    boolean delete(String id) {
        return sql.execute("delete from cs_core.webhook where id = ?", id) > 0;
    }

    private Webhook webhook(Record row) {
        String id = row.get("id", String.class);
        return new Webhook(
                id,
                row.get("title", String.class),
                vault.open(Vault.Column.WEBHOOK_URL, id, row.get("url", String.class)),
                vault.open(Vault.Column.WEBHOOK_SECRET, id, row.get("secret", String.class)),
                row.get("enabled", Boolean.class),
                row.get("version", Long.class),
                row.get("created_at", OffsetDateTime.class).toInstant());
    }
}
