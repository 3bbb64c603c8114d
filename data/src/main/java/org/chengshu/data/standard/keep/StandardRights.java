package org.chengshu.data.standard.keep;

import java.util.List;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.springframework.stereotype.Component;

/** Who may keep the standards; reading them needs {@code data:read}. */
@Component
public class StandardRights implements PermissionSource {
    public static final String MANAGE = "data:standards";
    public static final String SAME_FOR_ALL = "standards are the same for the whole city";

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.of(MANAGE, "维护数据元、代码表和标签", "Keep data elements, code tables and tags"));
    }
}
