package org.chengshu.core.notices.internal;

import java.util.List;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
class NoticeSettingSource implements SettingSource {
    @Override
    public List<Setting<?>> settings() {
        return NoticeSettings.all();
    }
}
