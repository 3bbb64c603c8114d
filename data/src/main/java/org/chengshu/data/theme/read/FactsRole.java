package org.chengshu.data.theme.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The database role that sees schema facts and nothing else. It is made when it is first needed, in the embedded server and
 * in any other whose account may; where it may not, the statements that an administrator of the database has to run are told.
 */
@Component
class FactsRole {
    static final String NAME = "chengshu_facts";
    private static final Logger LOG = LoggerFactory.getLogger(FactsRole.class);
    private static final long LOCK = 0x6661637473L;
    private static final int TRIES = 5;

    private final DataSource dataSource;
    private volatile boolean made;

    FactsRole(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void require() {
        for (int tried = 1; !made; tried++) {
            try {
                make();
                made = true;
            } catch (SQLException e) {
                // Databases of one server share their roles, and another may be making it at this moment.
                if (tried >= TRIES || e.getSQLState() == null || e.getSQLState().startsWith("42501")) {
                    LOG.warn("the role {} cannot be made: {}", NAME, e.getMessage());
                    throw new Fault(DataError.THEME_ROLE_MISSING, statements() + " (" + e.getMessage() + ")", e);
                }
            }
        }
    }

    private static String statements() {
        return "have an administrator of the database run: create role " + NAME + " nologin; grant " + NAME
                + " to <the account of the platform>";
    }

    private void make() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
                statement.execute("""
                        do $$ begin
                            if not exists (select from pg_roles where rolname = 'chengshu_facts') then
                                create role chengshu_facts nologin;
                            end if;
                            if not (select rolsuper from pg_roles where rolname = current_user)
                                    and not pg_has_role(current_user, 'chengshu_facts', 'member') then
                                execute format('grant chengshu_facts to %I', current_user);
                            end if;
                        end $$""");
                statement.execute("grant usage on schema facts to chengshu_facts");
                statement.execute("grant select on all tables in schema facts to chengshu_facts");
                statement.execute("alter default privileges in schema facts grant select on tables to chengshu_facts");
                statement.execute("set local role chengshu_facts");
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }
}
