package org.chengshu.core.settings;

/** Where a value comes from; a later one wins over an earlier one. */
public enum SettingOrigin {
    DEFAULT,
    FILE,
    ENVIRONMENT,
    COMMAND_LINE
}
