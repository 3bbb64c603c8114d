package org.chengshu.core.db.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.chengshu.core.db.ConnectionWork;
import org.chengshu.core.db.Transactions;
import org.jooq.exception.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
final class SpringTransactions implements Transactions {
    private final TransactionTemplate template;
    private final DataSource dataSource;

    SpringTransactions(PlatformTransactionManager manager, DataSource dataSource) {
        this.template = new TransactionTemplate(manager);
        this.dataSource = dataSource;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return template.execute(status -> work.get());
    }

    @Override
    public void run(Runnable work) {
        template.executeWithoutResult(status -> work.run());
    }

    @Override
    public void afterCommit(Runnable work) {
        if (!active()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    @Override
    public boolean active() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }

    @Override
    public <T> T onConnection(ConnectionWork<T> work) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DataAccessException("work on the connection failed: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new DataAccessException("the stream to or from the database broke: " + e.getMessage(), e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
