package org.chengshu.data.theme.door;

import java.util.List;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.springframework.stereotype.Component;

@Component
class ThemePermissions implements PermissionSource {
    static final String RUN = "data:run-themes";

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.of(RUN, "计算主题表", "Compute themes"));
    }
}
