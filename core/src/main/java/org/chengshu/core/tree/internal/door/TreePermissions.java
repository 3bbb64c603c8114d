package org.chengshu.core.tree.internal.door;

import java.util.List;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.springframework.stereotype.Component;

@Component
class TreePermissions implements PermissionSource {
    @Override
    public List<Permission> permissions() {
        return List.of(Permission.ofCity(TreeDoor.CHANGE, "维护区域与组织机构", "Change areas and organisations"));
    }
}
