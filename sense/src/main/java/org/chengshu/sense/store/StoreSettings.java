package org.chengshu.sense.store;

import java.time.Duration;
import java.util.List;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

/** What whoever runs a city may say about the store of readings. */
@Component
final class StoreSettings implements SettingSource {
    private static final String SINCE = "0.2";
    private static final long MIB = 1024L * 1024;

    static final Setting<Long> TAIL = Setting.named("readings.tail")
            .since(SINCE)
            .summary(
                    "尚未打包的读数最多占用多少内存；满时接入会等待",
                    "How much memory readings may take before they are packed; when it is full the intake waits")
            .bytes(96 * MIB, MIB, 16 * 1024 * MIB);
    static final Setting<Duration> PACK_AFTER = Setting.named("readings.pack-after")
            .since(SINCE)
            .summary(
                    "读数最迟多久后打包；越长打包越省，重启越慢",
                    "After what time at the latest readings are packed; longer packs better and makes a restart slower")
            .duration(Duration.ofMinutes(10), Duration.ofSeconds(1), Duration.ofHours(12));

    @Override
    public List<Setting<?>> settings() {
        return List.of(TAIL, PACK_AFTER);
    }
}
