package org.chengshu.core.settings.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.settings.NodeSettings;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.settings.SettingOrigin;

/** What all places together say. */
record SettingsRead(Map<String, Object> values, Map<String, GivenValue> given, List<PlacedFault> faults) {
    SettingsRead {
        values = Map.copyOf(values);
        given = Map.copyOf(given);
        faults = List.copyOf(faults);
    }

    Optional<String> shown(Setting<?> setting) {
        if (setting == NodeSettings.DATA_FOLDER) {
            return Optional.of(String.valueOf(values.get(setting.name())));
        }
        return text(setting).map(setting::shown);
    }

    Optional<String> text(Setting<?> setting) {
        return Optional.ofNullable(given.get(setting.name()))
                .map(GivenValue::text)
                .or(setting::defaultText);
    }

    SettingOrigin origin(Setting<?> setting) {
        return Optional.ofNullable(given.get(setting.name()))
                .map(GivenValue::origin)
                .orElse(SettingOrigin.DEFAULT);
    }

    String place(Setting<?> setting) {
        return Optional.ofNullable(given.get(setting.name()))
                .map(GivenValue::place)
                .orElse("");
    }
}
