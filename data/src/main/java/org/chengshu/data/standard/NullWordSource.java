package org.chengshu.data.standard;

/** A bean that knows the null words of the moment. */
@FunctionalInterface
public interface NullWordSource {
    NullWords words();
}
