package org.chengshu.core.access.internal.signin;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Grant;
import org.chengshu.core.access.Viewer;

/** What the one who asks is told about himself. */
record Me(
        UUID id,
        String name,
        String displayName,
        List<String> roles,
        List<String> permissions,
        List<Grant> grants,
        List<Right> rights,
        Optional<String> area,
        String areaPath,
        Optional<String> organisation,
        Optional<String> organisationPath,
        boolean mustChangePassword) {
    static Me of(Viewer viewer, AccountView account) {
        return new Me(
                account.id(),
                account.name(),
                account.displayName(),
                account.roles(),
                List.copyOf(viewer.permissions()),
                account.grants(),
                rights(viewer),
                account.area(),
                account.areaPath(),
                account.organisation(),
                viewer.organisationPath(),
                account.mustChangePassword());
    }

    /** One permission in one part of the city. */
    record Right(String permission, String areaPath, String organisationPath) {}

    private static List<Right> rights(Viewer viewer) {
        return viewer.permissions().stream()
                .flatMap(permission -> viewer.scope(permission).parts().stream()
                        .map(part -> new Right(permission, part.areaPath(), part.organisationPath())))
                .toList();
    }
}
