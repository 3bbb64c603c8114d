package org.chengshu.core.access.internal.account;

/** Those who can sign in as administrator of the whole city. */
public interface Administrators {
    /** Held until the end of the transaction: one at a time decides by {@link #exist}. */
    void lock();

    boolean exist();
}
