package org.chengshu.place.address;

import java.util.List;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.springframework.stereotype.Component;

@Component
class PlacePermissions implements PermissionSource {
    static final String READ = "place:read";
    static final String MANAGE = "place:manage";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(READ, "拆分地址、查看区域别名", "Split addresses and see other names of areas"),
                Permission.of(MANAGE, "维护区域别名", "Keep other names of areas"));
    }
}
