package org.chengshu.sense.codec;

/** What is known of a chunk without its body: chunks of one series never overlap. Times in epoch microseconds. */
public record ChunkHead(int series, long first, long last, int count) {}
