package org.chengshu.core.testing;

import java.util.List;
import org.chengshu.core.crypto.SealedColumn;
import org.chengshu.core.spi.SealedColumnSource;
import org.jooq.DSLContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A table with a sealed column, for tests. */
@TestConfiguration(proxyBeanMethods = false)
public class TestSealedColumns {
    public static final SealedColumn PHONE = new SealedColumn("public", "test_person", "id", "phone");

    @Bean
    SealedColumnSource personColumns(DSLContext sql) {
        sql.execute("create table if not exists public.test_person (id bigint primary key, phone text)");
        return () -> List.of(PHONE);
    }
}
