package org.chengshu.core.disk.internal;

import java.io.IOException;
import java.time.Duration;
import org.chengshu.core.disk.Bytes;
import org.chengshu.core.disk.DiskSpace;
import org.chengshu.core.spi.Finding;
import org.chengshu.core.spi.HealthSource;
import org.chengshu.kernel.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks at the free space every second; what it saw last is what everybody is told. */
final class DiskWatch implements DiskSpace, HealthSource, SmartLifecycle {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);

    private final FreeSpace.Probe probe;
    private final DiskLimits limits;
    private volatile FreeSpace seen = new FreeSpace(Long.MAX_VALUE / 200, Long.MAX_VALUE / 200);
    private volatile boolean stopped;
    private volatile Thread thread;

    DiskWatch(FreeSpace.Probe probe, DiskLimits limits) {
        this.probe = probe;
        this.limits = limits;
    }

    @Override
    public boolean takesIn() {
        return !stopped;
    }

    FreeSpace seen() {
        return seen;
    }

    void observe() {
        try {
            FreeSpace now = probe.look();
            boolean stops = limits.stops(now, stopped);
            if (stops != stopped) {
                LOG.warn(
                        "{} ({} of {} bytes are free)",
                        stops ? "no data is taken in any more" : "data is taken in again",
                        now.free(),
                        now.total());
            }
            seen = now;
            stopped = stops;
        } catch (IOException e) {
            LOG.warn("the free space of the data folder's disk cannot be told: {}", e.toString());
        }
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Text title() {
        return Text.of("磁盘空间", "Disk space");
    }

    @Override
    public Finding look() {
        FreeSpace now = seen;
        String zh = "数据目录所在磁盘剩余 " + Bytes.words(now.free()) + "（" + now.percent() + "%）";
        String en = Bytes.words(now.free()) + " (" + now.percent() + " %) are free on the disk of the data folder";
        if (stopped) {
            return Finding.down(
                    Text.of(zh + "，已暂停接收设备数据", en + "; data of devices is not taken in any more"),
                    Text.of(
                            "清理磁盘或扩容：剩余超过 " + Bytes.words(limits.stopsBelow(now))
                                    + " 的 1.25 倍后自动恢复接收。不要删除数据目录 pg 下的任何文件",
                            "Free space or enlarge the disk: data is taken in again by itself above 1.25 times "
                                    + Bytes.words(limits.stopsBelow(now))
                                    + ". Delete nothing below pg in the data folder"));
        }
        if (limits.warns(now)) {
            return Finding.warning(
                    Text.of(zh, en),
                    Text.of(
                            "尽快清理或扩容；低于 " + Bytes.words(limits.stopsBelow(now)) + " 时将暂停接收设备数据",
                            "Free space or enlarge the disk soon; below " + Bytes.words(limits.stopsBelow(now))
                                    + " data of devices is not taken in any more"));
        }
        return Finding.ok(Text.of(zh, en));
    }

    @Override
    public void start() {
        observe();
        thread = Thread.ofVirtual().name("disk-watch").unstarted(this::watch);
        thread.start();
    }

    @Override
    public void stop() {
        Thread last = thread;
        thread = null;
        if (last != null) {
            last.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before anything that takes in data. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE / 2;
    }

    private void watch() {
        try {
            while (thread != null) {
                Thread.sleep(PAUSE);
                observe();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
