package org.chengshu.data.personal;

import java.util.List;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.springframework.stereotype.Component;

@Component
class PersonalRights implements PermissionSource {
    static final String PROTECT = "data:protect";

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.of(
                PROTECT, "标记个人信息、设保存期限、删除个人", "Mark personal data, set how long it is kept, erase persons"));
    }
}
