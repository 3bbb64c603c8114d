package org.chengshu.data.theme.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import org.chengshu.data.DataTest;
import org.chengshu.data.LampWorld;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DataTest
class FactsReaderTest {
    @Autowired
    private FactsReader reader;

    @Autowired
    private DSLContext sql;

    @Test
    void readsFactsByTheCitysClocks() {
        new LampWorld(sql).empty().lamp("lamp", "/310000/", 3.5, "2026-03-01T00:00:00Z");
        assertThat(ask("select name || ' ' || power from facts.town_lamp")).isEqualTo("lamp 3.5");
        assertThat(ask("select current_setting('TimeZone')")).isNotEqualTo("UTC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from cs_core.account",
                "select count(*) from cs_town.lamp",
                "select count(*) from cs_data.theme",
                "insert into facts.town_lamp (name) values ('x') returning name",
                "create table facts.mine (x int)",
                "create temp table mine (x int)",
                "update cs_town.lamp set name = 'x' returning name",
                "select pg_read_file('/etc/passwd')",
                "copy facts.town_lamp to program 'cat'",
                "drop view facts.town_lamp",
                "select pg_catalog.lo_import('/etc/passwd')"
            })
    void seesNothingElseAndWritesNothing(String statement) {
        assertThatThrownBy(() -> ask(statement)).isInstanceOf(DataAccessException.class);
    }

    @Test
    void stopsAfterItsTime() {
        assertThatThrownBy(() -> reader.read(Duration.ofMillis(200), connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.execute("select pg_sleep(20)");
                    }
                }))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("statement timeout");
    }

    @Test
    void leavesTheConnectionAsItWas() {
        ask("select 1::text");
        assertThat(sql.fetchOne("select current_user::text = session_user::text")
                        .get(0, Boolean.class))
                .isTrue();
        sql.execute("truncate cs_town.lamp");
    }

    private String ask(String statement) {
        return reader.read(Duration.ofSeconds(5), connection -> {
            try (Statement ask = connection.createStatement();
                    ResultSet rows = ask.executeQuery(statement)) {
                rows.next();
                return rows.getString(1);
            }
        });
    }
}
