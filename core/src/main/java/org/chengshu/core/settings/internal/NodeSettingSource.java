package org.chengshu.core.settings.internal;

import java.util.List;
import org.chengshu.core.settings.NodeSettings;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
class NodeSettingSource implements SettingSource {
    @Override
    public List<Setting<?>> settings() {
        return NodeSettings.all();
    }
}
