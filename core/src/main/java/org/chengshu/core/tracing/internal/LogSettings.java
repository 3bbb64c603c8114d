package org.chengshu.core.tracing.internal;

import java.util.List;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
class LogSettings implements SettingSource {
    private static final long MIB = 1L << 20;

    enum Format {
        TEXT,
        JSON
    }

    static final Setting<Format> FORMAT = Setting.named("log.format")
            .since("0.2")
            .summary(
                    "日志格式：text 供人阅读，json 每行一个 JSON 文档",
                    "Format of the log: text for people, json for programs, one document a line")
            .choice(Format.TEXT);
    static final Setting<Long> FILE = Setting.named("log.file-size")
            .since("0.2")
            .summary(
                    "日志文件达到此大小即压缩归档（数据目录 logs 下）",
                    "Size at which a log file is closed and packed (below logs in the data folder)")
            .bytes(20 * MIB, MIB / 16, 1_024 * MIB);
    static final Setting<Long> KEEP = Setting.named("log.keep")
            .since("0.2")
            .summary(
                    "压缩后日志的总量上限，超出时删除最旧的（最多保留 90 天）",
                    "Most that packed log files take in all; the oldest go first, all after 90 days")
            .bytes(400 * MIB, MIB, 100_000 * MIB);

    @Override
    public List<Setting<?>> settings() {
        return List.of(FORMAT, FILE, KEEP);
    }
}
