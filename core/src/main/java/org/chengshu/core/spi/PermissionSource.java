package org.chengshu.core.spi;

import java.util.List;

/** A bean by which a module declares the permissions its routes ask for; a role naming any other is refused. */
@FunctionalInterface
public interface PermissionSource {
    List<Permission> permissions();
}
