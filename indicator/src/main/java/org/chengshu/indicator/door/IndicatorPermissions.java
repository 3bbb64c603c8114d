package org.chengshu.indicator.door;

import java.util.List;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.chengshu.indicator.Indicators;
import org.springframework.stereotype.Component;

@Component
class IndicatorPermissions implements PermissionSource {
    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(Indicators.READ, "查看指标", "See indicators"),
                Permission.of(Indicators.COMPUTE, "计算指标", "Compute indicators"));
    }
}
