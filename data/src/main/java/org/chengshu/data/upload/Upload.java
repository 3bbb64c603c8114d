package org.chengshu.data.upload;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A file as it was delivered. Immutable.
 *
 * @param sha256 of the content, in lower-case hexadecimal
 * @param removedAt when its content was removed, once nothing needed it any more
 */
public record Upload(UUID id, String name, long bytes, String sha256, Instant storedAt, Optional<Instant> removedAt) {}
