package org.chengshu.data.feed.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.chengshu.core.CoreError;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FeedContract;
import org.chengshu.data.feed.FeedTotals;
import org.chengshu.data.feed.SumMethod;
import org.chengshu.kernel.Fault;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class JdbcFeedTest {
    private static final String LOOPBACK = "127.0.0.0/8";

    abstract static class OfDatabase extends FeedContract {
        abstract ObjectNode config();

        abstract Connection writer() throws SQLException;

        @Override
        protected void given(List<List<String>> rows) throws SQLException {
            try (Connection connection = writer()) {
                connection.createStatement().execute("drop table if exists lamp");
                connection.createStatement().execute("create table lamp (id int, name varchar(80), note varchar(80))");
            }
            more(rows);
        }

        @Override
        protected void more(List<List<String>> rows) throws SQLException {
            try (Connection connection = writer();
                    PreparedStatement insert = connection.prepareStatement("insert into lamp values (?, ?, ?)")) {
                for (List<String> row : rows) {
                    insert.setInt(1, Integer.parseInt(row.getFirst()));
                    insert.setString(2, row.get(1));
                    insert.setString(3, row.get(2));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }

        @Override
        protected Feed open(Optional<JsonNode> from) {
            ObjectNode config = config().put("by", "id").put("byKind", "key").put("fetch", 10);
            return Given.jdbc(LOOPBACK).open(Given.source(config), from);
        }

        @Override
        protected boolean tells() {
            return true;
        }

        @Override
        protected boolean goesOn() {
            return true;
        }

        @Test
        void aQueryIsReadAsATableIs() throws SQLException {
            given(rows(1, 5));
            ObjectNode config = config().put("query", "select id, name from lamp where id > 2;");
            config.remove("table");
            try (Feed feed = Given.jdbc(LOOPBACK).open(Given.source(config), Optional.empty())) {
                assertThat(feed.columns()).containsExactly("id", "name");
                assertThat(read(feed)).hasSize(3);
                assertThat(feed.totals().rows()).contains(3L);
            }
        }

        @Test
        void saysWhatItFoundWhenTested() throws SQLException {
            given(rows(1, 1));
            assertThat(Given.jdbc(LOOPBACK).test(Given.source(config())).en()).contains("3 columns");
            assertRefused(config().put("password", "wrong"), DataError.SOURCE_REFUSED, "");
            assertRefused(config().put("table", "no_such_table"), DataError.SOURCE_REFUSED, "no_such_table");
            assertRefused(config().put("port", 1), DataError.SOURCE_REFUSED, "");
        }

        void assertRefused(ObjectNode config, org.chengshu.kernel.ErrorCode code, String words) {
            assertThatThrownBy(() -> Given.jdbc(LOOPBACK).test(Given.source(config)))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining(words)
                    .extracting(fault -> ((Fault) fault).code())
                    .isEqualTo(code);
        }
    }

    @Nested
    class PostgresFeed extends OfDatabase {
        private static final ObjectNode DATABASE = Given.postgres();

        @Override
        ObjectNode config() {
            return DATABASE.deepCopy().put("table", "public.lamp");
        }

        @Override
        Connection writer() throws SQLException {
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + DATABASE.path("port").asInt() + "/"
                            + DATABASE.path("database").asString(),
                    DATABASE.path("user").asString(),
                    DATABASE.path("password").asString());
        }

        @Test
        void valuesAreCanonicalAndTheDatabaseSumsJustThose() throws SQLException {
            try (Connection connection = writer()) {
                connection.createStatement().execute("""
                        create table kinds (n numeric(12,2), i bigint, f float8, b boolean, d date, t timestamp,
                            z timestamptz, u uuid, j jsonb, x bytea, e text);
                        insert into kinds values (12.50, 9007199254740993, 0.1, true, '2026-01-31', '2026-01-31 08:05:00.250',
                            '2026-01-31 08:05:00+08', '00000000-0000-0000-0000-000000000001', '{"a": 1}', '\\x01ff', null)""");
            }
            try (Feed feed =
                    Given.jdbc(LOOPBACK).open(Given.source(config().put("table", "kinds")), Optional.empty())) {
                assertThat(read(feed))
                        .containsExactly(List.of(
                                "12.50",
                                "9007199254740993",
                                "0.1",
                                "true",
                                "2026-01-31",
                                "2026-01-31T08:05:00.25",
                                "2026-01-31T00:05:00Z",
                                "00000000-0000-0000-0000-000000000001",
                                "{\"a\": 1}",
                                "Af8=",
                                ""));
                assertThat(feed.sums()).isEqualTo(SumMethod.PG64);
                FeedTotals totals = feed.totals();
                assertThat(totals.columns().get("e")).isEqualTo(new FeedTotals.ColumnTotal(0, 0));
                assertThat(totals.columns().get("t").sum()).isEqualTo(hash("2026-01-31T08:05:00.25"));
                assertThat(totals.columns().get("n").sum()).isEqualTo(hash("12.50"));
            }
        }

        private long hash(String text) throws SQLException {
            try (Connection connection = writer();
                    PreparedStatement ask = connection.prepareStatement("select hashtextextended(?, 0)")) {
                ask.setString(1, text);
                var answer = ask.executeQuery();
                answer.next();
                return answer.getLong(1);
            }
        }

        @Test
        void goesOnByTimeWithAnOverlap() throws SQLException {
            try (Connection connection = writer()) {
                connection.createStatement().execute("""
                        drop table if exists seen;
                        create table seen (at timestamptz, what text);
                        insert into seen values ('2026-01-01 00:00:00Z', 'a'), ('2026-01-01 01:00:00Z', 'b'), (null, 'c')""");
            }
            ObjectNode config = config().put("table", "seen").put("by", "at").put("byKind", "time");
            JsonNode mark;
            try (Feed feed = Given.jdbc(LOOPBACK).open(Given.source(config), Optional.empty())) {
                assertThat(read(feed)).hasSize(3);
                mark = feed.mark().orElseThrow();
                assertThat(mark.path("value").asString()).isEqualTo("2026-01-01T01:00:00Z");
            }
            try (Feed feed = Given.jdbc(LOOPBACK).open(Given.source(config), Optional.of(mark))) {
                assertThat(read(feed)).isEmpty();
                assertThat(feed.totals().rows()).contains(0L);
            }
            config.put("overlapSeconds", 7200);
            try (Feed feed = Given.jdbc(LOOPBACK).open(Given.source(config), Optional.of(mark))) {
                assertThat(read(feed)).hasSize(2);
                assertThat(feed.mark()).contains(mark);
            }
        }

        @Test
        void readsOneStateOfTheDatabaseAndNeverWrites() throws SQLException {
            given(rows(1, 30));
            try (Feed feed = open(Optional.empty())) {
                assertThat(feed.next()).isTrue();
                more(rows(31, 40));
                read(feed);
                assertThat(feed.totals().rows()).contains(30L);
            }
            ObjectNode writing =
                    config().put("query", "with gone as (delete from lamp returning id) select id from gone");
            writing.remove("table");
            assertRefused(writing, DataError.SOURCE_REFUSED, "");
            try (Feed feed = open(Optional.empty())) {
                assertThat(read(feed)).hasSize(40);
            }
        }

        @Test
        void staysWithinItsPaceAndTime() throws SQLException {
            given(rows(1, 30));
            long began = System.nanoTime();
            ObjectNode slow = config().put("rowsPerSecond", 100);
            try (Feed feed = Given.jdbc(LOOPBACK).open(Given.source(slow), Optional.empty())) {
                read(feed);
            }
            assertThat(System.nanoTime() - began).isGreaterThan(250_000_000L);
            ObjectNode late = config().put("query", "select pg_sleep(20)").put("timeoutSeconds", 1);
            late.remove("table");
            assertThatThrownBy(() -> Given.jdbc(LOOPBACK).open(Given.source(late), Optional.empty()))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("57014");
        }

        @Test
        void privateNetworksNeedTheSetting() {
            assertThatThrownBy(() -> Given.jdbc().test(Given.source(config())))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("data.allowed-networks")
                    .extracting(fault -> ((Fault) fault).code())
                    .isEqualTo(CoreError.ADDRESS_NOT_ALLOWED);
        }
    }

    @Nested
    class MariaDbFeed extends OfDatabase {
        @Override
        ObjectNode config() {
            return Given.mariaDb().put("table", "lamp");
        }

        @Override
        Connection writer() throws SQLException {
            return DriverManager.getConnection(
                    "jdbc:mariadb://127.0.0.1:" + MariaDbServer.instance().port() + "/city", "root", "");
        }

        @Test
        void valuesAreCanonicalAndTheDatabaseSumsJustThose() throws SQLException {
            MariaDbServer.instance()
                    .run(
                            "drop table if exists city.kinds",
                            "create table city.kinds (n decimal(12,2), i bigint, d date, t datetime(3), z timestamp, e text,"
                                    + " x varbinary(9))",
                            "set time_zone = '+08:00'",
                            "insert into city.kinds values (12.50, 9007199254740993, '2026-01-31', '2026-01-31 08:05:00.250',"
                                    + " '2026-01-31 08:05:00', '中文', x'01ff')");
            try (Feed feed =
                    Given.jdbc(LOOPBACK).open(Given.source(config().put("table", "kinds")), Optional.empty())) {
                assertThat(read(feed))
                        .containsExactly(List.of(
                                "12.50",
                                "9007199254740993",
                                "2026-01-31",
                                "2026-01-31T08:05:00.25",
                                "2026-01-31T00:05:00Z",
                                "中文",
                                "Af8="));
                assertThat(feed.sums()).isEqualTo(SumMethod.CRC32);
                CRC32 crc = new CRC32();
                crc.update("中文".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                assertThat(feed.totals().columns().get("e")).isEqualTo(new FeedTotals.ColumnTotal(1, crc.getValue()));
            }
        }
    }

    @Test
    void settingsThatCannotWorkAreToldAllAtOnce() {
        ObjectNode config = Given.mariaDb()
                .put("engine", "oracle")
                .put("host", "a b")
                .put("port", 99_999)
                .put("database", "x; drop")
                .put("fetch", 1);
        assertThat(JdbcConfig.check(config, false))
                .extracting("place")
                .contains("engine", "host", "port", "database", "table", "fetch");
        ObjectNode other = Given.mariaDb()
                .put("engine", "other")
                .put("url", "jdbc:mysql://h/d?autoDeserialize=true")
                .put("table", "t");
        assertThat(JdbcConfig.check(other, false)).extracting("place").containsExactly("url");
    }

    @Test
    void aMissingDriverIsNamed() {
        ObjectNode other = Given.postgres()
                .put("engine", "other")
                .put("url", "jdbc:dm://127.0.0.1:5236/CITY")
                .put("table", "t");
        assertThatThrownBy(() -> Given.jdbc(LOOPBACK).test(Given.source(other)))
                .hasMessageContaining("no driver for jdbc:dm:")
                .hasMessageContaining("drivers");
    }
}
