package org.chengshu.data.stored;

import java.time.Instant;

/** A version of the definition of a stored dataset. Immutable. */
public record PastDefinition(int version, StoredDefinition definition, Instant changedAt) {}
