package org.chengshu.core.tracing.internal;

/**
 * How the log is written.
 *
 * @param json one JSON document a line instead of text, on the terminal too
 * @param fileBytes size at which a file is closed and packed
 * @param keepBytes size of all files together; the oldest go first
 */
record LogTerms(boolean json, long fileBytes, long keepBytes) {
    LogTerms {
        if (fileBytes < 1 << 16 || keepBytes < fileBytes) {
            throw new IllegalArgumentException("a log file has at least 64 KiB, and at least one is kept");
        }
    }
}
