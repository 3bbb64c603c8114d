package org.chengshu.sense.codec;

/** Points of one series within one month (UTC), packed. */
public record Chunk(ChunkHead head, byte[] body) {}
