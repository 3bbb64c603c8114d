package org.chengshu.core.doctor.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.chengshu.core.doctor.Check;
import org.chengshu.core.doctor.Doctor;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.Settings;
import org.chengshu.core.spi.Finding;
import org.chengshu.core.spi.HealthSource;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The health page's parts, looked at anew, and what changes with a restart only. */
@Component
final class NodeDoctor implements Doctor {
    private final ObjectProvider<HealthSource> sources;
    private final CitySettings city;
    private final Settings settings;
    private final DSLContext sql;

    NodeDoctor(ObjectProvider<HealthSource> sources, CitySettings city, Settings settings, DSLContext sql) {
        this.sources = sources;
        this.city = city;
        this.settings = settings;
        this.sql = sql;
    }

    @Override
    public List<Check> examine() {
        List<HealthSource> all = new ArrayList<>(sources.orderedStream().toList());
        all.addAll(MachineChecks.ofMachine());
        all.add(MachineChecks.ofFolder(city.dataFolder()).getFirst());
        all.add(new Plain("settings", Text.of("设置", "Settings"), this::settings));
        all.add(new Plain("database-settings", Text.of("数据库持久性设置", "Durability of the database"), this::durability));
        return all.parallelStream()
                .map(Check::of)
                .sorted(Comparator.comparing(Check::state).reversed().thenComparing(Check::name))
                .toList();
    }

    private Finding settings() {
        String faults = settings.faultsOfNextStart().stream()
                .map(fault -> fault.place() + " " + fault.detail().en())
                .collect(Collectors.joining("; "));
        if (!faults.isEmpty()) {
            return Finding.warning(
                    Text.of("下次启动会失败：" + faults, "The next start would fail: " + faults),
                    Text.of("改正后再重启", "Mend them before the next restart"));
        }
        return Finding.ok(Text.of("下次启动的设置有效", "What the next start would find is valid"));
    }

    private Finding durability() {
        List<String> off = List.of("fsync", "synchronous_commit", "full_page_writes").stream()
                .filter(name -> sql.fetchSingle("select current_setting(?)", name)
                        .get(0, String.class)
                        .equals("off"))
                .toList();
        if (!off.isEmpty()) {
            return Finding.down(
                    Text.of(
                            "已关闭：" + off + "，断电会丢失已确认的数据",
                            "Off: " + off + "; a power cut would lose acknowledged data"),
                    Text.of("请数据库管理员打开这些设置", "Ask the database's administrator to turn them on"));
        }
        return Finding.ok(Text.of("已提交的数据断电不丢", "What is committed survives a power cut"));
    }
}
