package org.chengshu.core.settings.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;

/** Every setting that is declared, by each name that it may be given under. */
final class SettingBook {
    /** What the launcher itself is told by the environment. */
    private static final Set<String> LAUNCHER = Set.of("CHENGSHU_HOME", "CHENGSHU_HOME_DIR", "CHENGSHU_JAVA_OPTIONS");

    private final Map<String, Setting<?>> byName = new TreeMap<>();
    private final Map<String, String> nameByVariable = new TreeMap<>();

    SettingBook(List<SettingSource> sources) {
        for (SettingSource source : sources) {
            source.settings().forEach(this::add);
        }
    }

    private void add(Setting<?> setting) {
        add(setting.name(), setting.environmentName(), setting);
        setting.fileName().ifPresent(file -> add(file, setting.environmentName() + "_FILE", setting));
    }

    private void add(String name, String variable, Setting<?> setting) {
        if (byName.put(name, setting) != null || nameByVariable.put(variable, name) != null) {
            throw new IllegalStateException("two settings are both " + name + " or " + variable);
        }
    }

    boolean holds(Setting<?> setting) {
        return byName.get(setting.name()) == setting;
    }

    Optional<Setting<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<String> nameOf(String variable) {
        return Optional.ofNullable(nameByVariable.get(variable));
    }

    boolean isOfLauncher(String variable) {
        return LAUNCHER.contains(variable);
    }

    Collection<String> names() {
        return byName.keySet();
    }

    Collection<String> variables() {
        return nameByVariable.keySet();
    }

    /** In alphabetical order. */
    List<Setting<?>> settings() {
        return byName.entrySet().stream()
                .filter(entry -> entry.getKey().equals(entry.getValue().name()))
                .<Setting<?>>map(Map.Entry::getValue)
                .toList();
    }
}
