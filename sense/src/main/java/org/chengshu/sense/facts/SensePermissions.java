package org.chengshu.sense.facts;

import java.util.List;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.springframework.stereotype.Component;

@Component
final class SensePermissions implements PermissionSource {
    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of("sense:read", "查看设备与读数", "See devices and readings"),
                Permission.of("sense:manage", "登记设备、签发设备令牌", "Register devices and issue their tokens"),
                Permission.of("sense:ingest", "代设备上报读数", "Report readings on behalf of devices"),
                Permission.of("sense:command", "向设备下发命令和期望状态", "Send commands and desired states to devices"),
                Permission.of("sense:import", "导入历史读数", "Import readings of the past"),
                Permission.of("sense:erase", "抹除读数", "Erase readings"));
    }
}
