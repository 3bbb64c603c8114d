package org.chengshu.core.crypto.internal;

import java.util.List;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CryptoConfiguration {
    static final String PERMISSION = "core:crypto";

    @Bean
    PermissionSource cryptoPermissions() {
        return () -> List.of(Permission.ofCity(PERMISSION, "管理加密密钥", "Manage encryption keys"));
    }
}
