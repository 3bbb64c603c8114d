package org.chengshu.indicator.store;

import org.chengshu.core.db.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Schema {
    @Bean
    ModuleSchema indicatorSchema() {
        return new ModuleSchema("indicator");
    }
}
