package org.chengshu.core.settings.internal;

import java.util.List;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.NodeArguments;
import org.chengshu.core.settings.Settings;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.chengshu.core.spi.SettingSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {
    static final String PERMISSION = "core:settings";

    @Bean
    Settings settings(NodeArguments arguments, List<SettingSource> sources) {
        return SettingsOfNode.read(arguments, new SettingBook(sources));
    }

    @Bean
    CitySettings citySettings(Settings settings) {
        return CitySettings.of(settings);
    }

    @Bean
    PermissionSource settingsPermissions() {
        return () -> List.of(Permission.ofCity(PERMISSION, "查看系统设置", "See the settings"));
    }
}
