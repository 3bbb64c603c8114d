package org.chengshu.core.audit.internal.door;

import java.util.List;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

@Component
class AuditPermissions implements PermissionSource {
    static final String READ = "core:audit";
    static final String PERSONAL = "core:audit-personal";
    static final String EXPORT = "core:audit-export";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.ofCity(PERSONAL, "查看审计中的个人信息", "See personal fields in the audit"),
                Permission.ofCity(EXPORT, "导出审计（含个人信息）", "Export the audit, personal fields included"));
    }

    static void requireWholeCity(Viewer viewer, String permission) {
        if (!viewer.scope(permission).isEverywhere()) {
            throw new Fault(CoreError.FORBIDDEN, "the audit is of the whole city");
        }
    }
}
