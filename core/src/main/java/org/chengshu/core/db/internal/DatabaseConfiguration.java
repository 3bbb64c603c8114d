package org.chengshu.core.db.internal;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.chengshu.core.db.BeforeUpgrade;
import org.chengshu.core.db.ModuleSchema;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    @Bean(destroyMethod = "close")
    Database database(
            CitySettings settings,
            Settings all,
            List<ModuleSchema> schemas,
            ObjectProvider<BeforeUpgrade> beforeUpgrade) {
        List<ModuleSchema> inOrder = schemas.stream()
                .sorted(Comparator.comparing(ModuleSchema::module))
                .toList();
        return Database.open(settings, all, inOrder, Optional.ofNullable(beforeUpgrade.getIfUnique()));
    }

    // The database closes its pool itself, before the server that the pool talks to.
    @Bean(destroyMethod = "")
    DataSource dataSource(Database database) {
        return database.pool();
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
