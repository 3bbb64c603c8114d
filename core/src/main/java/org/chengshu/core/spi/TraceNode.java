package org.chengshu.core.spi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * A thing on the chain as shown to people; in JSON {@code kind} and {@code id} stand beside the other fields.
 *
 * @param time when it happened, if it happened at one time
 * @param page the address of its page in the web interface, such as {@code /orders/17}
 */
public record TraceNode(@JsonUnwrapped TraceRef ref, Text title, Optional<Instant> time, Optional<String> page) {}
