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

    static final Setting<Duration> KEEP_HELD = Setting.named("data.keep-held")
            .since("0.3")
            .summary("待放行的入库最多等多久，之后不再发布", "How long a held load waits for a decision before it is given up")
            .duration(Duration.ofDays(30), Duration.ofDays(1), Duration.ofDays(365));

    static final Setting<Duration> KEEP_UPLOADS = Setting.named("data.keep-uploads")
            .since("0.3")
            .summary(
                    "上传的文件至少保留多久；其入库仍可回看或未结束的一直保留",
                    "How long uploaded files stay at least; one whose load is open or can still be read stays longer")
            .duration(Duration.ofDays(90), Duration.ofDays(1), Duration.ofDays(3_650));

    @Override
    public List<Setting<?>> settings() {
        return List.of(KEEP_REFUSED, KEEP_HELD, KEEP_UPLOADS);
    }
}
