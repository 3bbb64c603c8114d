package org.chengshu.core.health.internal;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.chengshu.core.spi.Finding;
import org.chengshu.core.spi.HealthSource;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Whether the database answers, how fast, and whether there are connections left. */
@Component
final class DatabaseHealth implements HealthSource {
    private static final Duration SLOW = Duration.ofMillis(500);

    private final HikariDataSource pool;

    DatabaseHealth(DataSource dataSource) throws SQLException {
        this.pool = dataSource.unwrap(HikariDataSource.class);
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Text title() {
        return Text.of("数据库", "Database");
    }

    @Override
    public Finding look() {
        long begun = System.nanoTime();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select 1")) {
            row.next();
        } catch (SQLException e) {
            return Finding.down(
                    Text.of("数据库没有应答：" + firstLine(e), "The database does not answer: " + firstLine(e)),
                    Text.of(
                            "内置数据库：查看数据目录 pg/server.log 并重启节点；外部数据库：请其管理员检查",
                            "Embedded: read pg/server.log in the data folder and restart the node; given by --db-url:"
                                    + " ask its administrator"));
        }
        return found(Duration.ofNanos(System.nanoTime() - begun), pool.getHikariPoolMXBean());
    }

    private static Finding found(Duration took, HikariPoolMXBean use) {
        Text words = Text.of(
                "应答用时 " + took.toMillis() + " 毫秒，使用连接 " + use.getActiveConnections() + " 个，等待 "
                        + use.getThreadsAwaitingConnection() + " 个",
                "Answers in " + took.toMillis() + " ms; " + use.getActiveConnections() + " connections in use, "
                        + use.getThreadsAwaitingConnection() + " wait for one");
        if (took.compareTo(SLOW) > 0 || use.getThreadsAwaitingConnection() > 0) {
            return Finding.warning(
                    words,
                    Text.of(
                            "数据库吃紧：查看正在运行的作业和磁盘负载；持续如此请换更快的磁盘或减少并行作业",
                            "The database is pressed: look at running jobs and the load of the disk; if it stays so, give a"
                                    + " faster disk or run less at a time"));
        }
        return Finding.ok(words);
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
