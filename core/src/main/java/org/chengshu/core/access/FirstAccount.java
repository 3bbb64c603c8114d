package org.chengshu.core.access;

import java.util.Optional;

/** Opens a new platform: lets its first administrator in. Safe to call at every start and on several nodes at once. */
public interface FirstAccount {
    /**
     * The path of a page where somebody makes himself the first administrator, unless an account that can sign in as
     * administrator of the whole city is there already. It holds a secret, is good once and for 24 hours, and is void as
     * soon as there is an administrator.
     */
    Optional<String> openLink();

    /**
     * Creates an administrator of the whole city with this name and password, unless an account that can sign in as
     * administrator is there already. Returns whether it was created.
     */
    boolean createAdministrator(String name, String password);
}
