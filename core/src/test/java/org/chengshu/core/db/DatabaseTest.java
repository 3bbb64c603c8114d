package org.chengshu.core.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.chengshu.core.testing.TestCityConfiguration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

@SpringBootTest(
        classes = {DatabaseTest.OnlyTheDatabase.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class DatabaseTest {
    @Autowired
    DSLContext sql;

    @Autowired
    Transactions transactions;

    @Test
    void keepsWhatATransactionCommitted() {
        sql.execute("create table facts.kept (n int)");

        transactions.run(() -> sql.execute("insert into facts.kept values (1)"));

        assertThat(sql.fetchValue("select count(*) from facts.kept")).isEqualTo(1L);
    }

    @Test
    void rollsBackAllOfItAndSaysNothingAfterwards() {
        sql.execute("create table facts.undone (n int)");
        List<String> said = new ArrayList<>();

        assertThatThrownBy(() -> transactions.run(() -> {
                    sql.execute("insert into facts.undone values (1)");
                    transactions.afterCommit(() -> said.add("committed"));
                    throw new IllegalStateException("broken half way");
                }))
                .hasMessage("broken half way");

        assertThat(sql.fetchValue("select count(*) from facts.undone")).isEqualTo(0L);
        assertThat(said).isEmpty();
    }

    @Test
    void speaksAfterTheCommitOnly() {
        List<String> said = new ArrayList<>();

        transactions.run(() -> {
            transactions.afterCommit(() -> said.add("after"));
            said.add("within");
        });

        assertThat(said).containsExactly("within", "after");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan({"org.chengshu.core.db", "org.chengshu.core.settings"})
    static class OnlyTheDatabase {}
}
