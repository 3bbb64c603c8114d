package org.chengshu.core.access;

/** Whether an account can be used: a disabled one cannot; a locked one cannot sign in for a while, but its sessions and tokens go on. */
public enum AccountState {
    ACTIVE,
    DISABLED,
    LOCKED
}
