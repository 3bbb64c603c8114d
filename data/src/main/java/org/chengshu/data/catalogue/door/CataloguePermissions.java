package org.chengshu.data.catalogue.door;

import java.util.List;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.chengshu.data.catalogue.EntryRights;
import org.springframework.stereotype.Component;

@Component
class CataloguePermissions implements PermissionSource {
    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(EntryRights.EDIT, "编制资源目录", "Write the catalogue")
                        .limitedBy(Permission.Limit.OWN_ORGANISATION),
                Permission.of(EntryRights.REVIEW, "审核资源目录", "Review the catalogue")
                        .limitedBy(Permission.Limit.ORGANISATION));
    }
}
