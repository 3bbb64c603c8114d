package org.chengshu.core.settings.internal;

import org.chengshu.core.settings.SettingOrigin;

/** A text that stands somewhere under a name that may or may not be known. It may be secret, so it does not show itself. */
record GivenValue(String name, String text, SettingOrigin origin, String place) {
    @Override
    public String toString() {
        return place;
    }
}
