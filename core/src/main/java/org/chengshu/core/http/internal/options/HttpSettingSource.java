package org.chengshu.core.http.internal.options;

import java.util.List;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
class HttpSettingSource implements SettingSource {
    @Override
    public List<Setting<?>> settings() {
        return HttpSettings.all();
    }
}
