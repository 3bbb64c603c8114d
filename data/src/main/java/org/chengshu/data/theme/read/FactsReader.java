package org.chengshu.data.theme.read;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.chengshu.core.db.ConnectionWork;
import org.chengshu.core.settings.CitySettings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;
import org.springframework.stereotype.Component;

/**
 * Runs queries of packs as a role that sees schema facts only: read-only, within a time limit, by the city's clocks, with no
 * names but those of PostgreSQL itself unless they carry a schema. Nothing it does is ever committed. Safe for many threads.
 */
@Component
public class FactsReader {
    private final DataSource dataSource;
    private final FactsRole role;
    private final CitySettings settings;

    FactsReader(DataSource dataSource, FactsRole role, CitySettings settings) {
        this.dataSource = dataSource;
        this.role = role;
        this.settings = settings;
    }

    /** Prepares as the platform itself, then goes on as the role; all of it is rolled back in the end. */
    public <T> T read(Duration limit, ConnectionWork<Void> before, ConnectionWork<T> work) {
        role.require();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                before.on(connection);
                narrow(connection, limit);
                return work.on(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DataAccessException(e.getMessage(), e);
        } catch (IOException e) {
            throw new DataAccessException("the stream from the database broke: " + e.getMessage(), e);
        }
    }

    public <T> T read(Duration limit, ConnectionWork<T> work) {
        return read(limit, _ -> null, work);
    }

    private void narrow(Connection connection, Duration limit) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = " + limit.toMillis());
            statement.execute("set local lock_timeout = 10000");
            statement.execute("set local search_path = pg_catalog");
            statement.execute(
                    "set local time zone " + DSL.inline(settings.zone().getId()));
            statement.execute("set transaction read only");
            statement.execute("set local role " + FactsRole.NAME);
        }
    }

    /** Streams the answer of the query into a table; answers the number of rows. The target is written by the platform. */
    public long copy(Duration limit, String query, String into) {
        return read(limit, from -> {
            try (Connection to = dataSource.getConnection()) {
                to.setAutoCommit(false);
                try {
                    long rows = stream(from, query, to, into);
                    to.commit();
                    return rows;
                } catch (SQLException e) {
                    to.rollback();
                    throw e;
                } finally {
                    to.setAutoCommit(true);
                }
            }
        });
    }

    private static long stream(Connection from, String query, Connection to, String into) throws SQLException {
        CopyOut out = from.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + "\n) to stdout");
        try {
            CopyIn in = to.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + into + " from stdin");
            try {
                for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
                    in.writeToCopy(row, 0, row.length);
                }
                return in.endCopy();
            } finally {
                if (in.isActive()) {
                    in.cancelCopy();
                }
            }
        } finally {
            if (out.isActive()) {
                out.cancelCopy();
            }
        }
    }
}
