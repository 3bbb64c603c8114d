package org.chengshu.core.db;

import java.sql.Connection;

/**
 * What is done with an embedded database of an older release before its tables are changed: a backup is made. A bean; it
 * throws to stop the start, then nothing has been changed.
 */
@FunctionalInterface
public interface BeforeUpgrade {
    /** @param session as superuser, outside any transaction, only valid during the call */
    void prepare(Connection session, Release from);
}
