package org.chengshu.core.audit.internal.entries;

import java.util.List;
import org.chengshu.core.audit.AuditSettings;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
class AuditSettingSource implements SettingSource {
    @Override
    public List<Setting<?>> settings() {
        return AuditSettings.all();
    }
}
