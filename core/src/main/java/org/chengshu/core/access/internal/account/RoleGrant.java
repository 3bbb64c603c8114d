package org.chengshu.core.access.internal.account;

import java.util.Set;
import org.chengshu.core.access.Grant;

/** A grant with what its role permits now: permissions by name, {@code module:*} or {@code *}. */
record RoleGrant(Grant grant, Set<String> permissions) {}
