package org.chengshu.data.source;

import java.util.List;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.springframework.stereotype.Component;

@Component
public final class SourceRights implements PermissionSource {
    public static final String SEE = "data:sources";
    public static final String DEFINE = "data:define-source";
    public static final String PUSH = "data:push";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.ofCity(SEE, "查看数据源", "See data sources"),
                Permission.ofCity(DEFINE, "维护数据源", "Set up data sources"),
                Permission.ofCity(PUSH, "向数据源推送数据", "Push rows to data sources"));
    }
}
