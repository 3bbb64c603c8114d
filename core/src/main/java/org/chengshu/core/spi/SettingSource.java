package org.chengshu.core.spi;

import java.util.List;
import org.chengshu.core.settings.Setting;

/**
 * A bean by which a feature hands over the settings that it reads. It is made before anything else of a node and while the
 * manual is written, so it needs no other bean.
 */
@FunctionalInterface
public interface SettingSource {
    List<Setting<?>> settings();
}
