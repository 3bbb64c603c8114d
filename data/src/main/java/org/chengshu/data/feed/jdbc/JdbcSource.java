package org.chengshu.data.feed.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FeedOpener;
import org.chengshu.data.feed.OpenSource;
import org.chengshu.data.feed.SourceBook;
import org.chengshu.data.feed.SourceKind;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Sources that are tables or queries of another database. */
@Component
final class JdbcSource implements FeedOpener, SourceKind {
    private static final String PASSWORD = "password";

    private final JdbcDrivers drivers;
    private final SourceBook sources;

    JdbcSource(JdbcDrivers drivers, SourceBook sources) {
        this.drivers = drivers;
        this.sources = sources;
    }

    @Override
    public String kind() {
        return "jdbc";
    }

    @Override
    public Set<String> secrets() {
        return Set.of(PASSWORD);
    }

    @Override
    public List<PlacedFault> check(JsonNode config) {
        return JdbcConfig.check(config, false);
    }

    @Override
    public Text test(OpenSource source) {
        JdbcConfig config = JdbcConfig.of(source);
        try (Connection connection =
                drivers.connect(config, source.secret(PASSWORD).orElse(""))) {
            String product = connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion();
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            int columns = new Statements(config).columns(connection).size();
            connection.rollback();
            return Text.of(
                    "已连接 " + product + "，可读取 " + columns + " 列",
                    "connected to " + product + ", " + columns + " columns can be read");
        } catch (SQLException e) {
            throw new Fault(DataError.SOURCE_REFUSED, JdbcDrivers.words(e), e);
        }
    }

    @Override
    public Feed open(JsonNode spec, Optional<JsonNode> from) {
        OpenSource source = sources.get(UUID.fromString(spec.path("source").asString("")));
        return open(source, from);
    }

    Feed open(OpenSource source, Optional<JsonNode> from) {
        JdbcConfig config = JdbcConfig.of(source);
        Connection connection = drivers.connect(config, source.secret(PASSWORD).orElse(""));
        return JdbcFeed.open(connection, config, from.filter(JsonNode::isObject).map(Watermark::of), Optional.empty());
    }
}
