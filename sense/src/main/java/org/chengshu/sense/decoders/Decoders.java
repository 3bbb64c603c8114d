package org.chengshu.sense.decoders;

import java.util.Optional;

/** The decoders of the installed products, in memory. A product without one sends plain telemetry. Safe for many threads. */
public interface Decoders {
    Optional<Decoder> decoder(String product);
}
