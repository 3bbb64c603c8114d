package org.chengshu.core.health.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.chengshu.core.spi.Finding;
import org.chengshu.core.spi.HealthSource;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whether this machine's clock agrees with the database's, which on another machine it need not. */
@Component
final class ClockHealth implements HealthSource {
    private static final Duration WARN = Duration.ofSeconds(2);
    private static final Duration DOWN = Duration.ofMinutes(1);

    private final DSLContext sql;
    private final Clock clock;

    ClockHealth(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Text title() {
        return Text.of("时钟", "Clock");
    }

    @Override
    public Finding look() {
        Instant before = clock.instant();
        Instant database = sql.fetchSingle("select clock_timestamp()")
                .get(0, OffsetDateTime.class)
                .toInstant();
        Duration apart = Duration.between(before, database).abs();
        Text words = Text.of(
                "本机与数据库时钟相差 " + apart.toMillis() + " 毫秒",
                "The clocks of node and database are " + apart.toMillis() + " ms apart");
        Text remedy = Text.of(
                "在两台机器上启用时间同步（chrony 或 systemd-timesyncd）",
                "Let both machines keep time (chrony or systemd-timesyncd)");
        if (apart.compareTo(DOWN) > 0) {
            return Finding.down(words, remedy);
        }
        return apart.compareTo(WARN) > 0 ? Finding.warning(words, remedy) : Finding.ok(words);
    }
}
