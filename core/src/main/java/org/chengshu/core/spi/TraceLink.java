package org.chengshu.core.spi;

/**
 * One step of the chain, directed from cause to effect.
 *
 * @param relation a stable lower-kebab-case word such as {@code raised} or {@code counted-in}
 */
public record TraceLink(TraceRef from, TraceRef to, String relation) {}
