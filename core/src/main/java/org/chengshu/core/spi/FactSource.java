package org.chengshu.core.spi;

import java.util.List;

/** A bean by which a module publishes its own facts as views in schema {@code facts}; collected by whoever serves them. */
@FunctionalInterface
public interface FactSource {
    List<Fact> facts();
}
