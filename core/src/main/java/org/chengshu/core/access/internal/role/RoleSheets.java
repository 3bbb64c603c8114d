package org.chengshu.core.access.internal.role;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.core.spi.Permission;
import org.springframework.stereotype.Component;

@Component
class RoleSheets implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(
                ListSheet.of(Role.class, "/api/core/v1/roles", "角色", "Roles")
                        .with("编号", "Id", Role::id)
                        .with("名称", "Title", Role::title)
                        .with("权限", "Permissions", Role::permissions),
                ListSheet.of(Permission.class, "/api/core/v1/permissions", "权限", "Permissions")
                        .with("权限", "Permission", Permission::name)
                        .with("名称", "Title", Permission::title));
    }
}
