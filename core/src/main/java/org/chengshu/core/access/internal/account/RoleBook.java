package org.chengshu.core.access.internal.account;

import java.util.List;
import java.util.Set;
import org.chengshu.kernel.Text;

/** The roles that are in force, with every permission they hold by name. */
public interface RoleBook {
    List<RoleRights> roles();

    record RoleRights(String id, Text title, Set<String> permissions) {
        public RoleRights {
            permissions = Set.copyOf(permissions);
        }
    }
}
