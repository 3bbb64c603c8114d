package org.chengshu.core.doors.internal;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.TimeUnit;
import org.chengshu.core.doors.DoorPorts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DoorConfiguration {
    @Bean
    DoorPorts doorPorts() {
        return new DoorPorts();
    }

    @Bean(destroyMethod = "")
    Vertx vertx() {
        VertxOptions options = new VertxOptions()
                .setBlockedThreadCheckInterval(10)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.SECONDS);
        options.getFileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        return Vertx.vertx(options);
    }
}
