package org.chengshu.sense.store;

/** What is known of a chunk without its body: chunks of one series never overlap. Times in epoch microseconds. */
record ChunkHead(int series, long first, long last, int count) {}
