package org.chengshu.data.library.door;

import java.util.List;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.springframework.stereotype.Component;

/** Records of a library show rows of all its sources side by side, so these rights are for the whole city. */
@Component
final class LibraryRights implements PermissionSource {
    static final String READ = "data:libraries";
    static final String DECIDE = "data:libraries-decide";
    static final String DEFINE = "data:libraries-define";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.ofCity(READ, "查看基础库的记录与来源", "See records of libraries and their sources"),
                Permission.ofCity(DECIDE, "判定基础库的归并", "Decide on merges in libraries"),
                Permission.ofCity(DEFINE, "定义和构建基础库", "Define and build libraries"));
    }
}
