package org.chengshu.data.sql;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.sf.jsqlparser.parser.CCJSqlParser;

/** Runs the reading of one statement on a thread with room for deep trees, and no longer than it may take. */
final class Bounded {
    private static final long MOST_SECONDS = 5;
    private static final long STACK = 32L << 20;

    private Bounded() {}

    static Reading run(CCJSqlParser parser, Callable<Reading> reading) {
        FutureTask<Reading> task = new FutureTask<>(() -> deep(reading));
        Thread thread = new Thread(null, task, "sql-reader", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            parser.interrupted = true;
            return Reading.refused("SQL 过于复杂，无法在限定时间内解析", "the SQL is too involved to be parsed in time");
        } catch (InterruptedException e) {
            parser.interrupted = true;
            Thread.currentThread().interrupt();
            return Reading.refused("解析被中断", "parsing was interrupted");
        } catch (ExecutionException e) {
            return Reading.refused("无法解析 SQL：" + e.getCause(), "the SQL cannot be parsed: " + e.getCause());
        }
    }

    private static Reading deep(Callable<Reading> reading) throws Exception {
        try {
            return reading.call();
        } catch (StackOverflowError e) {
            return Reading.refused("SQL 嵌套过深", "the SQL is nested too deeply");
        }
    }
}
