package org.chengshu.core.doctor.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.chengshu.core.db.internal.EmbeddedPostgres;
import org.chengshu.core.doctor.Check;
import org.chengshu.core.spi.Finding;
import org.chengshu.core.spi.HealthSource;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;

/** Starts the embedded database of a folder alone, asks it a few things in read-only sessions, and stops it. */
public final class DatabaseAtRest {
    private static final Text TITLE = Text.of("内置数据库", "Embedded database");

    private DatabaseAtRest() {}

    /** The caller holds the folder. */
    public static List<Check> examine(Path data) {
        if (!Files.exists(data.resolve("pg").resolve("cluster").resolve("PG_VERSION"))) {
            return List.of(Check.of(new Plain(
                    "database",
                    TITLE,
                    () -> Finding.ok(Text.of("尚未建立，首次启动时建立", "Not made yet; the first start makes it")))));
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            return List.of(
                    Check.of(new Plain("database", TITLE, () -> Finding.ok(Text.of("可以启动", "It starts")))),
                    Check.of(events(server)),
                    Check.of(jobs(server)));
        } catch (Fault broken) {
            return List.of(Check.of(new Plain(
                    "database",
                    TITLE,
                    () -> Finding.down(
                            Text.of("无法启动：" + broken.getMessage(), "It does not start: " + broken.getMessage()),
                            Text.of(
                                    "查看 " + data + "/pg/server.log 的最后几行；磁盘满就清理；文件损坏则用 ./chengshu restore 从备份恢复",
                                    "Read the end of " + data
                                            + "/pg/server.log; free the disk if it is full; if files are broken"
                                            + " bring the folder back with ./chengshu restore")))));
        }
    }

    private static HealthSource events(EmbeddedPostgres server) {
        return new Plain("events", Text.of("事件投递", "Delivery of events"), () -> {
            long stuck =
                    count(server, "select count(*) from cs_core.delivery where done_at is null and attempts >= 10");
            Text words = Text.of("多次失败的投递 " + stuck + " 个", stuck + " deliveries failed many times");
            return stuck == 0
                    ? Finding.ok(words)
                    : Finding.warning(words, Text.of("启动后在日志中查找原因", "Start it and look for the reason in the log"));
        });
    }

    private static HealthSource jobs(EmbeddedPostgres server) {
        return new Plain("jobs", Text.of("作业", "Jobs"), () -> {
            long failed = count(
                    server,
                    "select count(*) from cs_core.job where state = 'failed' and ended_at > now() - interval '1 day'");
            Text words = Text.of("最近一天失败 " + failed + " 个", failed + " failed in the last day");
            return failed == 0
                    ? Finding.ok(words)
                    : Finding.warning(words, Text.of("启动后在“作业”页面查看", "Start it and look at the page Jobs"));
        });
    }

    private static long count(EmbeddedPostgres server, String query) {
        Properties properties = new Properties();
        properties.setProperty("user", server.user());
        properties.setProperty("password", server.password());
        properties.setProperty("options", "-c default_transaction_read_only=on");
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("chengshu"), properties);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new Fault(org.chengshu.core.CoreError.DATABASE_BROKEN, e.getMessage(), e);
        }
    }
}
