package org.chengshu.sense.facts;

import org.chengshu.core.db.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SenseConfiguration {
    @Bean
    ModuleSchema senseSchema() {
        return new ModuleSchema("sense");
    }
}
