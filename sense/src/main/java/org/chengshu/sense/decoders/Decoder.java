package org.chengshu.sense.decoders;

import java.time.Instant;
import org.chengshu.wire.Parsed;

/**
 * Reads what a product's devices send in a form of their own. Whatever the bytes, it answers and never throws, in time that
 * grows with the length of the payload only. A fault says where: a path such as {@code $.data[2].t}, or {@code @12} for the
 * thirteenth byte of a frame. Safe for many threads.
 */
public interface Decoder {
    Parsed decode(byte[] payload, Instant received);
}
