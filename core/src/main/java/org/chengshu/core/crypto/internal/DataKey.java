package org.chengshu.core.crypto.internal;

import java.time.Instant;
import org.chengshu.core.crypto.FieldAlgorithm;

/** A data key as it is kept: wrapped by the master key of this fingerprint, in hexadecimal. */
record DataKey(int number, FieldAlgorithm algorithm, String master, String wrapped, Instant madeAt) {}
