package org.chengshu.sense.store;

/** Points of one series within one month (UTC), packed. */
record Chunk(ChunkHead head, byte[] body) {}
