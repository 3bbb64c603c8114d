package org.chengshu.core.db.internal;

import java.util.List;

/** The settings of the embedded server. Durability is stated, not left to a default. */
final class PostgresTuning {
    private PostgresTuning() {}

    static List<String> options(int port, String socketFolder) {
        return List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=" + socketFolder,
                "unix_socket_permissions=0700",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "max_connections=100",
                "shared_buffers=256MB",
                "work_mem=16MB",
                "maintenance_work_mem=128MB",
                "wal_compression=on",
                // A piece of the log that is made anew holds up every commit; this many are kept for use again.
                "min_wal_size=256MB",
                "max_wal_size=2GB",
                "checkpoint_completion_target=0.9",
                "effective_io_concurrency=64",
                "random_page_cost=1.1",
                "jit=off",
                "autovacuum_naptime=20s",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_min_messages=warning",
                "log_statement=none",
                // A failing statement's parameters and text may hold personal data or secrets.
                "log_min_error_statement=panic",
                "log_parameter_max_length_on_error=0");
    }
}
