package org.chengshu.core.health.internal;

import java.time.Clock;
import java.time.Duration;
import org.chengshu.core.spi.Finding;
import org.chengshu.core.spi.HealthSource;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Long jobs that failed lately, and recurring ones that fail again and again. */
@Component
final class JobHealth implements HealthSource {
    private static final Duration LATELY = Duration.ofDays(1);
    private static final int AGAIN_AND_AGAIN = 3;

    private final DSLContext sql;
    private final Clock clock;

    JobHealth(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public Text title() {
        return Text.of("作业", "Jobs");
    }

    @Override
    public Finding look() {
        long failed = count(
                "select count(*) from cs_core.job where state = 'failed' and ended_at > ?::timestamptz",
                clock.instant().minus(LATELY).toString());
        long failing = count(
                "select count(*) from cs_core.scheduled_task where consecutive_failures >= ?::int", AGAIN_AND_AGAIN);
        Text words = Text.of(
                "24 小时内失败的作业 " + failed + " 个；连续失败的定时任务 " + failing + " 个",
                failed + " jobs failed in the last 24 h; " + failing + " recurring ones fail again and again");
        if (failed + failing == 0) {
            return Finding.ok(words);
        }
        return Finding.warning(
                words,
                Text.of(
                        "在“作业”页面查看原因并重新启动；定时任务会自动重试",
                        "The page Jobs tells why and starts them again; recurring ones are tried again by themselves"));
    }

    private long count(String query, Object value) {
        return sql.fetchSingle(query, value).get(0, Long.class);
    }
}
