package org.chengshu.cases.resident;

import java.util.List;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
final class ResidentSettings implements SettingSource {
    static final Setting<Integer> PER_MINUTE = Setting.named("cases.resident-reports-per-minute")
            .since("0.3")
            .summary(
                    "居民网页端每个来源每分钟最多几条上报，0 为关闭居民上报",
                    "How many reports a minute one origin may send by the residents' page; 0 shuts it")
            .number(20, 0, 100_000);

    @Override
    public List<Setting<?>> settings() {
        return List.of(PER_MINUTE);
    }
}
