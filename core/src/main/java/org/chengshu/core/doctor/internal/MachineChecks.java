package org.chengshu.core.doctor.internal;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chengshu.core.disk.Bytes;
import org.chengshu.core.spi.Finding;
import org.chengshu.core.spi.HealthSource;
import org.chengshu.kernel.Text;

/** What a node needs of its machine and of its data folder. */
public final class MachineChecks {
    private static final int OLDEST_JDK = 25;
    private static final long GIB = 1L << 30;
    private static final long LEAST_FILES = 4_096;
    private static final int PERCENT = 100;
    private static final int MANY_PERCENT = 80;
    private static final Set<PosixFilePermission> FOR_OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private MachineChecks() {}

    public static List<HealthSource> ofMachine() {
        return List.of(
                new Plain("jdk", Text.of("Java 运行环境", "JDK"), MachineChecks::jdk),
                new Plain("machine-memory", Text.of("机器内存", "Memory of the machine"), MachineChecks::memory),
                new Plain("open-files", Text.of("可打开的文件数", "Open files"), MachineChecks::files));
    }

    public static List<HealthSource> ofFolder(Path data) {
        return List.of(
                new Plain("data-folder", Text.of("数据目录权限", "Rights of the data folder"), () -> rights(data)),
                new Plain("free-disk", Text.of("磁盘空间", "Room on the disk"), () -> room(data)));
    }

    private static Finding jdk() {
        int version = Runtime.version().feature();
        Text words = Text.of(
                "Java " + Runtime.version() + "，" + System.getProperty("java.home"),
                "Java " + Runtime.version() + " at " + System.getProperty("java.home"));
        return version >= OLDEST_JDK
                ? Finding.ok(words)
                : Finding.down(words, Text.of("安装 JDK 25 或更新版本", "Install a JDK 25 or newer"));
    }

    private static Finding memory() {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long total = machine.getTotalMemorySize();
        Text words = Text.of(
                "共 " + Bytes.words(total) + "，程序最多用 "
                        + Bytes.words(Runtime.getRuntime().maxMemory()),
                Bytes.words(total) + " in all, the program takes "
                        + Bytes.words(Runtime.getRuntime().maxMemory()) + " at most");
        return total >= 2 * GIB
                ? Finding.ok(words)
                : Finding.warning(words, Text.of("至少准备 2 GiB，建议 8 GiB", "Give at least 2 GiB, better 8"));
    }

    private static Finding files() {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)) {
            return Finding.ok(Text.of("此系统不限", "Not counted on this system"));
        }
        long most = unix.getMaxFileDescriptorCount();
        long open = unix.getOpenFileDescriptorCount();
        Text words = Text.of("已用 " + open + "，上限 " + most, open + " open, " + most + " at most");
        Text remedy = Text.of(
                "提高上限：systemd 中 LimitNOFILE=65536，或启动前 ulimit -n 65536",
                "Raise the limit: LimitNOFILE=65536 in the systemd unit, or ulimit -n 65536 before the start");
        boolean tight = most < LEAST_FILES || open * PERCENT > most * MANY_PERCENT;
        return tight ? Finding.warning(words, remedy) : Finding.ok(words);
    }

    private static Finding rights(Path data) {
        try {
            if (!Files.isWritable(data)) {
                return Finding.down(
                        Text.of(data + " 不可写", data + " cannot be written"),
                        Text.of("用运行城枢的用户执行，或 chown 该目录", "Run as the user that runs Chengshu, or chown the folder"));
            }
            List<String> open = new ArrayList<>();
            for (Path secret : secrets(data)) {
                if (Files.getPosixFilePermissions(secret).stream().anyMatch(FOR_OTHERS::contains)) {
                    open.add(data.relativize(secret).toString());
                }
            }
            if (open.isEmpty()) {
                return Finding.ok(
                        Text.of(data + "，机密文件仅属主可读", data + "; files with secrets are readable by their owner only"));
            }
            return Finding.warning(
                    Text.of("他人可读：" + String.join("、", open), "Others can read: " + String.join(", ", open)),
                    Text.of("chmod 600 这些文件", "chmod 600 these files"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Path> secrets(Path data) throws IOException {
        List<Path> secrets = new ArrayList<>();
        for (Path folder : List.of(data, data.resolve("keys"), data.resolve("pg"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(Files::isRegularFile)
                            .filter(MachineChecks::holdsSecret)
                            .forEach(secrets::add);
                }
            }
        }
        return secrets;
    }

    private static boolean holdsSecret(Path file) {
        String name = file.getFileName().toString();
        return name.equals("password")
                || name.equals("node.json")
                || name.contains("key")
                || name.endsWith(".pem")
                || name.endsWith(".p12");
    }

    private static Finding room(Path data) {
        try {
            FileStore store = Files.getFileStore(data);
            long free = store.getUsableSpace();
            Text words = Text.of(
                    "剩余 " + Bytes.words(free) + "，共 " + Bytes.words(store.getTotalSpace()),
                    Bytes.words(free) + " free of " + Bytes.words(store.getTotalSpace()));
            return free >= Math.min(2 * GIB, store.getTotalSpace() / 10)
                    ? Finding.ok(words)
                    : Finding.warning(
                            words,
                            Text.of(
                                    "清理或扩容；不要删除 pg 目录下的任何文件",
                                    "Free space or enlarge the disk; delete nothing below pg"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
