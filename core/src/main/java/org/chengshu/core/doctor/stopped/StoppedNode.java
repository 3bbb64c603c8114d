package org.chengshu.core.doctor.stopped;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chengshu.core.db.DataFolder;
import org.chengshu.core.doctor.Check;
import org.chengshu.core.doctor.internal.DatabaseAtRest;
import org.chengshu.core.doctor.internal.FreePorts;
import org.chengshu.core.doctor.internal.MachineChecks;
import org.chengshu.core.doctor.internal.SettingsAtRest;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.NodeArguments;
import org.chengshu.core.settings.Settings;
import org.chengshu.core.spi.Finding;
import org.chengshu.core.spi.HealthSource;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;

/**
 * Looks at a data folder whose node does not run. The embedded database is started alone for the length of the look, reads
 * nothing but counts, and is stopped again; no table is changed, also not by an upgrade.
 */
public final class StoppedNode {
    private StoppedNode() {}

    /** The worst first. */
    public static List<Check> examine(NodeArguments arguments) {
        List<Check> checks = new ArrayList<>(
                MachineChecks.ofMachine().stream().map(Check::of).toList());
        Path data = arguments.dataFolder();
        if (!Files.isDirectory(data)) {
            checks.add(Check.of(noFolder(data)));
            return sorted(checks);
        }
        MachineChecks.ofFolder(data).forEach(source -> checks.add(Check.of(source)));
        try (SettingsAtRest rest = SettingsAtRest.read(arguments)) {
            Settings settings = rest.settings();
            CitySettings city = CitySettings.of(settings);
            checks.add(Check.of(new FreePorts(city)));
            rest.sources().forEach(source -> checks.add(Check.of(source)));
            if (city.databaseUrl().isEmpty()) {
                checks.addAll(database(data));
            }
        } catch (RuntimeException e) {
            checks.add(Check.of(faulty(e)));
        }
        return sorted(checks);
    }

    private static List<Check> database(Path data) {
        try (DataFolder _ = DataFolder.take(data)) {
            return DatabaseAtRest.examine(data);
        } catch (Fault held) {
            return List.of(Check.of(source(
                    "lock",
                    Text.of("数据目录锁", "Lock of the data folder"),
                    Finding.down(
                            Text.of("另一个节点正在使用此目录，但没有应答", "A node holds this folder and does not answer"),
                            Text.of(
                                    "稍候再试（可能正在启动或停止）；若一直如此，用 ps 找到该 java 进程，看日志后停止它",
                                    "Try again soon (it may be starting or stopping); if it stays so find that java process with ps,"
                                            + " read its log and stop it")))));
        }
    }

    private static HealthSource noFolder(Path data) {
        return source(
                "data-folder",
                Text.of("数据目录", "Data folder"),
                Finding.warning(
                        Text.of("没有目录 " + data, "There is no folder " + data),
                        Text.of(
                                "用 --data 给出正确的目录；首次 ./chengshu up 会建立它",
                                "Give the right one with --data; the first ./chengshu up makes it")));
    }

    private static HealthSource faulty(RuntimeException e) {
        String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return source(
                "settings",
                Text.of("设置", "Settings"),
                Finding.down(
                        Text.of("设置有误，节点无法启动：" + why, "The settings are faulty, the node would not start: " + why),
                        Text.of(
                                "运行 ./chengshu up 查看每个错误的位置，改正 chengshu.yaml 或环境变量",
                                "./chengshu up names each fault with its place; mend chengshu.yaml or the environment")));
    }

    private static HealthSource source(String name, Text title, Finding finding) {
        return new HealthSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Text title() {
                return title;
            }

            @Override
            public Finding look() {
                return finding;
            }
        };
    }

    private static List<Check> sorted(List<Check> checks) {
        return checks.stream()
                .sorted(Comparator.comparing(Check::state).reversed().thenComparing(Check::name))
                .toList();
    }
}
