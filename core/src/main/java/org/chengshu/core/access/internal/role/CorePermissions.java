package org.chengshu.core.access.internal.role;

import java.util.List;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.springframework.stereotype.Component;

@Component
public class CorePermissions implements PermissionSource {
    public static final String ACCOUNTS = "core:accounts";
    static final String ROLES = "core:roles";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(ACCOUNTS, "管理账号", "Manage accounts").limitedBy(Permission.Limit.ORGANISATION),
                Permission.ofCity(ROLES, "定义角色", "Define roles"),
                Permission.ofCity("core:audit", "查看审计", "Read the audit"));
    }
}
