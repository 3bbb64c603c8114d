package org.chengshu.core.db;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Work that needs the JDBC connection itself. The connection is only valid during the call. */
@FunctionalInterface
public interface ConnectionWork<T> {
    T on(Connection connection) throws SQLException, IOException;
}
