package org.chengshu.place.address;

import org.chengshu.core.db.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlaceConfiguration {
    @Bean
    ModuleSchema placeSchema() {
        return new ModuleSchema("place");
    }
}
