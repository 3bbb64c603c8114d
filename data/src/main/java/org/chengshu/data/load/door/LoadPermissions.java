package org.chengshu.data.load.door;

import java.util.List;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.springframework.stereotype.Component;

@Component
class LoadPermissions implements PermissionSource {
    static final String LOAD = "data:load";
    static final String DEFINE = "data:define";

    static final String RELEASE = "data:release";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.ofCity(LOAD, "上传文件、入库并处理拒收行", "Upload files, load them and put refused rows right"),
                Permission.ofCity(DEFINE, "新建、修改和删除入库数据资源", "Make, change and drop stored datasets"),
                Permission.ofCity(RELEASE, "放行被质量检查拦下的入库", "Release loads that quality checks hold back"));
    }
}
