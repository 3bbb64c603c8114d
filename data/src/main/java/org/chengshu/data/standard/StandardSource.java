package org.chengshu.data.standard;

import java.util.List;

/** A bean that brings functions into the book of {@link Standards}. A name that comes twice stops the start. */
@FunctionalInterface
public interface StandardSource {
    List<StandardFunction> functions();
}
