package org.chengshu.cases.mailing;

import java.util.List;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
final class MailingSettings implements SettingSource {
    static final Setting<Integer> PER_MINUTE = Setting.named("cases.mail-subscriptions-per-minute")
            .since("0.3")
            .summary(
                    "每个来源每分钟最多申请几次邮件订阅，0 为关闭邮件订阅",
                    "How many mail subscriptions a minute one origin may ask for; 0 shuts them")
            .number(5, 0, 10_000);
    static final Setting<Integer> DIGEST_HOUR = Setting.named("cases.mail-digest-hour")
            .since("0.3")
            .summary("每天几点（本市时间）发送案件摘要邮件", "At which hour of the city's day digests of cases are mailed")
            .number(7, 0, 23);

    @Override
    public List<Setting<?>> settings() {
        return List.of(PER_MINUTE, DIGEST_HOUR);
    }
}
