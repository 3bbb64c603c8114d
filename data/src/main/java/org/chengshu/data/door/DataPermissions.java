package org.chengshu.data.door;

import java.util.List;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.chengshu.data.Datasets;
import org.springframework.stereotype.Component;

@Component
class DataPermissions implements PermissionSource {
    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(Datasets.READ, "读取数据资源", "Read datasets"),
                Permission.of(Datasets.READ_SENSITIVE, "读取敏感数据项", "Read sensitive fields"));
    }
}
