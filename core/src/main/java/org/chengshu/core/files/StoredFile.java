package org.chengshu.core.files;

import java.time.Instant;
import java.util.UUID;

/**
 * What is known of a kept file without opening it.
 *
 * @param type the media type given by whoever put it, such as {@code image/jpeg}; it is not checked against the content
 * @param bytes length of the content
 * @param sha256 of the content, in lower-case hexadecimal
 */
public record StoredFile(UUID id, String name, String type, long bytes, String sha256, Instant storedAt) {}
