package org.chengshu.bench.load;

/** What the connections of a generator publish: message by message, the same each time it is asked for. */
interface Messages {
    String topic();

    int longest();

    /** Writes a message of a connection to the start of {@code target} and tells its length. */
    int write(int connection, long number, byte[] target);
}
