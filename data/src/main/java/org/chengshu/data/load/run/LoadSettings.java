package org.chengshu.data.load.run;

import java.time.Duration;
import java.util.List;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
final class LoadSettings implements SettingSource {
    static final Setting<Duration> KEEP_REFUSED = Setting.named("data.keep-refused")
            .since("0.3")
            .summary("入库结束后拒收行保留多久", "How long refused rows stay after their load has ended")
            .duration(Duration.ofDays(90), Duration.ofDays(1), Duration.ofDays(3_650));

    @Override
    public List<Setting<?>> settings() {
        return List.of(KEEP_REFUSED);
    }
}
