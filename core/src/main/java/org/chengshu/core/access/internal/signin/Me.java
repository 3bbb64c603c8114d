package org.chengshu.core.access.internal.signin;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Viewer;

/** What the one who asks is told about himself. */
record Me(
        UUID id,
        String name,
        String displayName,
        List<String> roles,
        List<String> permissions,
        Optional<String> area,
        String areaPath,
        Optional<String> organisation,
        Optional<String> organisationPath) {
    static Me of(Viewer viewer, AccountView account) {
        return new Me(
                account.id(),
                account.name(),
                account.displayName(),
                account.roles(),
                List.copyOf(new TreeSet<>(viewer.permissions())),
                account.area(),
                viewer.areaPath(),
                account.organisation(),
                viewer.organisationPath());
    }
}
