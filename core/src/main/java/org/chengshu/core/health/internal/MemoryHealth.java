package org.chengshu.core.health.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Objects;
import org.chengshu.core.disk.Bytes;
import org.chengshu.core.spi.Finding;
import org.chengshu.core.spi.HealthSource;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** How much of its memory the program holds after the last collection: what is in use between them says little. */
@Component
final class MemoryHealth implements HealthSource {
    private static final int WARN_PERCENT = 85;
    private static final int DOWN_PERCENT = 97;
    private static final int WHOLE = 100;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Text title() {
        return Text.of("内存", "Memory");
    }

    @Override
    public Finding look() {
        long most = Runtime.getRuntime().maxMemory();
        long held = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        Text words = Text.of(
                "上次回收后占用 " + Bytes.words(held) + "，上限 " + Bytes.words(most),
                Bytes.words(held) + " held after the last collection, of " + Bytes.words(most));
        Text remedy = Text.of(
                "给更多内存：启动前设置 CHENGSHU_JAVA_OPTIONS=-XX:MaxRAMPercentage=60，或换内存更大的机器",
                "Give more: CHENGSHU_JAVA_OPTIONS=-XX:MaxRAMPercentage=60 before the start, or a machine with more");
        long percent = held * WHOLE / most;
        if (percent >= DOWN_PERCENT) {
            return Finding.down(words, remedy);
        }
        return percent >= WARN_PERCENT ? Finding.warning(words, remedy) : Finding.ok(words);
    }
}
