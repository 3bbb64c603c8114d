package org.chengshu.core.crypto.internal;

import java.util.List;
import org.chengshu.core.crypto.CryptoSettings;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
class CryptoSettingSource implements SettingSource {
    @Override
    public List<Setting<?>> settings() {
        return CryptoSettings.all();
    }
}
