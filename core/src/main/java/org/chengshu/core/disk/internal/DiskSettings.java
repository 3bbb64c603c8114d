package org.chengshu.core.disk.internal;

import java.util.List;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
class DiskSettings implements SettingSource {
    private static final long GIB = 1L << 30;
    private static final long MIB = 1L << 20;
    private static final int MOST_PERCENT = 90;

    static final Setting<Long> WARN = Setting.named("disk.warn-below")
            .since("0.2")
            .summary("数据目录所在磁盘剩余低于此值时提醒", "Warn when less is free on the disk of the data folder")
            .bytes(5 * GIB, MIB, 1_000 * GIB);
    static final Setting<Integer> WARN_PERCENT = Setting.named("disk.warn-below-percent")
            .since("0.2")
            .summary("或低于磁盘的这一比例时提醒（两者取小）", "Or below this share of the disk; the smaller of the two counts")
            .unit("%")
            .number(10, 1, MOST_PERCENT);
    static final Setting<Long> STOP = Setting.named("disk.stop-below")
            .since("0.2")
            .summary("剩余低于此值时暂停接收设备数据和导入", "Take no data of devices and no imports in when less is free")
            .bytes(GIB, MIB, 1_000 * GIB);
    static final Setting<Integer> STOP_PERCENT = Setting.named("disk.stop-below-percent")
            .since("0.2")
            .summary("或低于磁盘的这一比例时暂停接收（两者取小）", "Or below this share of the disk; the smaller of the two counts")
            .unit("%")
            .number(5, 1, MOST_PERCENT);

    @Override
    public List<Setting<?>> settings() {
        return List.of(WARN, WARN_PERCENT, STOP, STOP_PERCENT);
    }
}
