package org.chengshu.core.notices.internal.tell;

import java.time.Instant;
import java.util.UUID;
import org.chengshu.core.notices.Notice;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
final class NoticeStore {
    private final DSLContext sql;

    NoticeStore(DSLContext sql) {
        this.sql = sql;
    }

    void insert(UUID id, NoticeTold told, Instant at) {
        Notice notice = told.notice();
        sql.execute(
                """
                insert into cs_core.notice (id, matter, fold_key, severity, title_zh, title_en, text_zh, text_en, page,
                    area_path, rule, step, occurrence, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)
                """,
                id,
                notice.matter(),
                notice.key(),
                notice.severity().level(),
                notice.title().zh(),
                notice.title().en(),
                notice.text().zh(),
                notice.text().en(),
                notice.page().orElse(null),
                notice.areaPath(),
                told.rule().orElse(null),
                told.step(),
                told.occurrence(),
                at);
    }

    /** What was read or delivered long ago; a notice goes with the last that speaks of it. */
    int purgeBefore(Instant time) {
        int gone = sql.execute("delete from cs_core.notice_inbox where at < ?::timestamptz", time)
                + sql.execute(
                        "delete from cs_core.notice_delivery where created_at < ?::timestamptz and state <> 'waiting'",
                        time);
        sql.execute("""
                delete from cs_core.notice n where n.at < ?::timestamptz
                  and not exists (select 1 from cs_core.notice_inbox i where i.notice_id = n.id)
                  and not exists (select 1 from cs_core.notice_delivery d where d.notice_id = n.id)
                """, time);
        return gone;
    }
}
