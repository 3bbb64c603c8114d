package org.chengshu.core.access.internal.gate;

import java.util.List;
import java.util.Set;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.internal.role.RoleBook;
import org.chengshu.core.access.internal.role.RoleBook.RoleRights;
import org.chengshu.core.http.Route;
import org.chengshu.core.http.RouteBook;
import org.chengshu.kernel.Text;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which role may use which route. */
@RestController
class MatrixResource {
    private final RouteBook routes;
    private final RoleBook roles;

    MatrixResource(RouteBook routes, RoleBook roles) {
        this.routes = routes;
        this.roles = roles;
    }

    record RoleHead(String id, Text title) {}

    record RouteLine(
            String method, String path, String access, String reach, String why, String audit, List<String> allowed) {}

    record Matrix(List<RoleHead> roles, List<RouteLine> routes) {}

    @GetMapping("/api/core/v1/access/matrix")
    @Access(
            value = "core:accounts",
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "roles and routes are the same for all")
    Matrix matrix() {
        List<RoleRights> known = roles.roles();
        return new Matrix(
                known.stream()
                        .map(role -> new RoleHead(role.id(), role.title()))
                        .toList(),
                routes.list().stream().map(route -> line(route, known)).toList());
    }

    private static RouteLine line(Route route, List<RoleRights> roles) {
        return new RouteLine(
                route.method(),
                route.path(),
                route.access(),
                route.reach(),
                route.why(),
                route.audit(),
                roles.stream()
                        .filter(role -> mayUse(role, route))
                        .map(RoleRights::id)
                        .toList());
    }

    private static boolean mayUse(RoleRights role, Route route) {
        return Set.of(Access.PUBLIC, Access.SIGNED_IN).contains(route.access())
                || role.permissions().contains(route.access());
    }
}
