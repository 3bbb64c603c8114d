package org.chengshu.core.settings;

import java.util.Optional;

/**
 * A setting as it may be shown.
 *
 * @param value as written, a secret hidden; empty when there is none
 * @param place where exactly it stands, such as {@code chengshu.yaml:3}; empty for a default
 * @param waiting what the next start will take instead, when that differs; empty text when it will be without a value
 */
public record SettingView(
        Setting<?> setting, Optional<String> value, SettingOrigin origin, String place, Optional<String> waiting) {}
