package org.chengshu.data.feed.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.data.feed.ConfigChecks;
import org.chengshu.data.feed.OpenSource;
import tools.jackson.databind.JsonNode;

/**
 * What a database source is set to. Immutable.
 *
 * @param table {@code schema.table}; or else a query
 * @param by the column that tells new rows from old ones
 * @param byTime whether that column is a time; else a key that only grows
 * @param overlapSeconds how far before the last time an incremental read begins again
 * @param fetch rows fetched at once
 * @param rowsPerSecond at most; 0 for as many as come
 * @param pause between pieces of {@code fetch} rows
 * @param timeoutSeconds of one statement
 */
record JdbcConfig(
        String engine,
        String host,
        int port,
        String database,
        String url,
        String user,
        String ssl,
        Optional<String> table,
        Optional<String> query,
        Optional<String> by,
        boolean byTime,
        int overlapSeconds,
        int fetch,
        int rowsPerSecond,
        Duration pause,
        int timeoutSeconds) {
    static final Set<String> ENGINES = Set.of("postgresql", "mariadb", "other");
    static final Set<String> SSL = Set.of("off", "require", "verify");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._\\-]{1,253}|\\[?[0-9a-fA-F:.]{2,45}]?");
    private static final Pattern DATABASE = Pattern.compile("[\\p{L}\\p{N}_$\\-]{1,63}");
    private static final Pattern TABLE = Pattern.compile("[^\\s.\"`;]{1,63}(\\.[^\\s.\"`;]{1,63}){0,2}");
    private static final Pattern QUERY = Pattern.compile("(?is)\\s*(select|with)\\b.*");
    /** Ways by which a driver is made to load classes or read files of ours. */
    private static final Pattern UNSAFE = Pattern.compile(
            "(?i)(autoDeserialize|allowLoadLocalInfile|allowUrlInLocalInfile|socketFactory|sslFactory|queryInterceptors|"
                    + "statementInterceptors|INIT=|loggerFile|jndi|ldap:|rmi:)");

    static JdbcConfig of(OpenSource source) {
        String engine = source.text("engine").orElse("postgresql");
        return new JdbcConfig(
                engine,
                source.text("host").orElse(""),
                source.number("port", engine.equals("mariadb") ? 3306 : 5432),
                source.text("database").orElse(""),
                source.text("url").orElse(""),
                source.text("user").orElse(""),
                source.text("ssl").orElse("off"),
                source.text("table"),
                source.text("query"),
                source.text("by"),
                source.text("byKind").filter("time"::equals).isPresent(),
                source.number("overlapSeconds", 0),
                source.number("fetch", 2_000),
                source.number("rowsPerSecond", 0),
                Duration.ofMillis(source.number("pauseMillis", 0)),
                source.number("timeoutSeconds", 600));
    }

    static List<PlacedFault> check(JsonNode config, boolean tableOnly) {
        ConfigChecks checks = new ConfigChecks(config);
        checks.oneOf("engine", tableOnly ? Set.of("postgresql") : ENGINES);
        if (checks.text("engine").equals("other")) {
            checkUrl(checks);
        } else {
            checks.matches("host", HOST, "主机名或地址", "a host name or address");
            checks.within("port", 1, 65_535);
            checks.matches("database", DATABASE, "数据库名", "the name of a database");
            checks.oneOf("ssl", SSL);
        }
        checks.matches("user", Pattern.compile(".{1,128}"), "登录用户", "the user to sign in as");
        checkTable(checks, tableOnly);
        checks.oneOf("byKind", Set.of("key", "time"));
        checks.within("fetch", 10, 100_000);
        checks.within("rowsPerSecond", 0, 10_000_000);
        checks.within("pauseMillis", 0, 60_000);
        checks.within("timeoutSeconds", 1, 86_400);
        checks.within("overlapSeconds", 0, 30 * 86_400);
        return checks.faults();
    }

    private static void checkUrl(ConfigChecks checks) {
        checks.matches(
                "url",
                Pattern.compile("jdbc:[a-zA-Z][a-zA-Z0-9]*:.{1,500}"),
                "JDBC 地址，如 jdbc:dm://10.1.2.3:5236/CITY",
                "a JDBC address such as jdbc:dm://10.1.2.3:5236/CITY");
        if (UNSAFE.matcher(checks.text("url")).find()) {
            checks.wrong("url", "含有能让驱动执行代码或读取文件的参数", "holds a parameter by which a driver runs code or reads files");
        }
    }

    private static void checkTable(ConfigChecks checks, boolean tableOnly) {
        boolean table = !checks.text("table").isEmpty();
        boolean query = !checks.text("query").isEmpty();
        if (tableOnly && !table) {
            checks.wrong("table", "应为要读取的表", "must name the table");
        } else if (table == query) {
            checks.wrong("table", "应填写表，或改为填写查询", "must name a table, or else there is a query");
        } else if (table) {
            checks.matches("table", TABLE, "表名，如 public.lamps", "a table such as public.lamps");
        } else {
            checks.matches("query", QUERY, "只读的查询（select 或 with）", "a query that reads (select or with)");
        }
    }
}
