package org.chengshu.core.spi;

import java.time.Instant;
import java.util.Optional;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;

/**
 * Something that waits for a person, on that person's desk.
 *
 * @param state where it stands, in words
 * @param due until when it should be done
 * @param page the address of its page in the web interface
 */
public record Task(
        String kind, String id, Text title, Text state, Optional<Instant> due, Severity severity, String page) {}
