package org.chengshu.cases.report;

import java.util.List;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
public final class ReportSettings implements SettingSource {
    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    public static final Setting<Long> PHOTO_BYTES = Setting.named("cases.photo-bytes")
            .since("0.3")
            .summary("一张上报照片的最大字节数", "How large a photo of a report may be")
            .bytes(10 * MIB, 64 * KIB, 32 * MIB);
    public static final Setting<Integer> PHOTOS = Setting.named("cases.photos-per-report")
            .since("0.3")
            .summary("一条上报最多几张照片", "How many photos a report may have")
            .number(9, 0, 100);

    @Override
    public List<Setting<?>> settings() {
        return List.of(PHOTO_BYTES, PHOTOS);
    }
}
