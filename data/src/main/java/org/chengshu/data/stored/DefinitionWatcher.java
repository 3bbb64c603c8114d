package org.chengshu.data.stored;

/**
 * A bean that hears that fields of a stored dataset have become more or less sensitive, in the transaction that changes them;
 * what it throws undoes the change. Safe for use by many threads.
 */
@FunctionalInterface
public interface DefinitionWatcher {
    void sensitivityChanged(String dataset);
}
