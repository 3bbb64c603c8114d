package org.chengshu.sense.intake;

import java.time.Clock;
import java.time.Duration;
import org.chengshu.core.spi.Finding;
import org.chengshu.core.spi.HealthSource;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Whether readings are stored as fast as they come in. */
@Component
final class IntakeHealth implements HealthSource {
    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final Duration STUCK = Duration.ofMinutes(1);

    private final Pipeline pipeline;
    private final Clock clock;

    IntakeHealth(Pipeline pipeline, Clock clock) {
        this.pipeline = pipeline;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public Text title() {
        return Text.of("数据接入", "Intake of readings");
    }

    @Override
    public Finding look() {
        int waiting = pipeline.waitingMessages();
        Duration age = pipeline.oldestWaits(clock.instant());
        Text words = Text.of(
                "待入库消息 " + waiting + " 条，最早的已等 " + Math.max(0, age.toSeconds()) + " 秒",
                waiting + " messages wait for their commit, the first for " + Math.max(0, age.toSeconds()) + " s");
        if (!pipeline.isWriting()) {
            return Finding.down(
                    Text.of("入库线程已停止，设备数据不被接收", "The writer has ended; no data of devices is taken in"),
                    Text.of("重启节点，并把日志交给维护者", "Restart the node and give the log to whoever maintains it"));
        }
        if (age.compareTo(STUCK) > 0) {
            return Finding.down(
                    words,
                    Text.of(
                            "检查数据库与磁盘（本页其他各项），设备会自动重发未确认的数据",
                            "Look at database and disk on this page; devices send again what was not acknowledged"));
        }
        if (age.compareTo(SLOW) > 0) {
            return Finding.warning(
                    words,
                    Text.of(
                            "写入跟不上：查看数据库与磁盘的负载，减慢设备上报或换更快的磁盘",
                            "Storing does not keep up: look at the load of database and disk, let devices report less often, or give a faster disk"));
        }
        return Finding.ok(words);
    }
}
