package org.chengshu.core.access.internal.role;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengshu.kernel.Text;

/** The roles that are in force, with every permission they hold by name. */
public interface RoleBook {
    List<RoleRights> roles();

    /** The permissions and patterns that a role names. */
    Optional<Set<String>> permissionsOf(String role);

    record RoleRights(String id, Text title, Set<String> permissions) {
        public RoleRights {
            permissions = Set.copyOf(permissions);
        }
    }
}
