package org.chengshu.core.access;

/** Opens a new platform: makes its first administrator. Safe to call at every start and on several nodes at once. */
public interface FirstAccount {
    /**
     * Creates an administrator of the whole city with this name and password, unless an account that can sign in as
     * administrator is there already. Returns whether it was created.
     */
    boolean createAdministrator(String name, String password);
}
