package org.chengshu.data.stored;

import org.chengshu.core.db.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DataSchema {
    @Bean
    ModuleSchema dataModuleSchema() {
        return new ModuleSchema("data");
    }
}
