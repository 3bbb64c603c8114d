package org.chengshu.demo.fleet;

import java.util.concurrent.CompletionStage;

/** One device's line to the platform. */
interface Sender extends AutoCloseable {
    /** Completes when the platform has acknowledged. */
    CompletionStage<?> send(byte[] telemetry);

    @Override
    void close();
}
