package org.chengshu.core.notices.internal.tell;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.ScheduledJob;
import org.chengshu.core.jobs.Timing;
import org.chengshu.core.notices.internal.NoticeSettings;
import org.chengshu.core.settings.Settings;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Who may look after notices, and how long they are kept. */
@Configuration(proxyBeanMethods = false)
class NoticeKeeping {
    private static final LocalTime AT = LocalTime.of(3, 50);

    record Nothing() {}

    @Bean
    PermissionSource noticePermissions() {
        return () -> List.of(Permission.ofCity(
                "core:notices", "管理通知：规则、投递、死信、外部系统", "Look after notices: rules, deliveries, dead ones, webhooks"));
    }

    @Bean
    JobKind<Nothing> purgeOfNotices(NoticeStore store, Settings settings, Clock clock, JsonMapper json) {
        Duration kept = settings.get(NoticeSettings.KEPT);
        return JobKind.of(
                "core.purge-notices",
                Text.of("清理过期的通知和投递记录", "Clear away old notices and deliveries"),
                Nothing.class,
                (nothing, run) -> json.createObjectNode()
                        .put("purged", store.purgeBefore(clock.instant().minus(kept))));
    }

    @Bean
    ScheduledJob<Nothing> dailyPurgeOfNotices(JobKind<Nothing> purgeOfNotices) {
        return new ScheduledJob<>("core.purge-notices", Timing.daily(AT), purgeOfNotices, Nothing::new);
    }
}
