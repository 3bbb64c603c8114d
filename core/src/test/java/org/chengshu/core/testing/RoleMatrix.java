package org.chengshu.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.ApiTokens;
import org.chengshu.core.http.Route;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/** Tries every route with every role that is in the node, up to the gate, and with no role at all. */
final class RoleMatrix {
    private static final int NOBODY = 401;
    private static final int REFUSED = 403;

    private final ApplicationContext context;
    private final PeopleClient client;
    private final List<Route> routes;
    private int tried;

    RoleMatrix(ApplicationContext context, int port, List<Route> routes) {
        this.context = context;
        this.client = PeopleClient.at(port).with(GateStop.HEADER, "1");
        this.routes = routes;
    }

    void check() {
        Map<String, Set<String>> roles = new TreeMap<>();
        context.getBean(DSLContext.class)
                .fetch("select id, permissions from cs_core.role where not retired and id not like 'role-%'")
                .forEach(row -> roles.put(row.get("id", String.class), Set.of(row.get("permissions", String[].class))));
        Set<String> wrong = new TreeSet<>();
        ApiTokens tokens = context.getBean(ApiTokens.class);
        roles.forEach((role, permissions) -> {
            PeopleClient person = client.bearer(tokens.issueFor(role, "matrix").token());
            routes.forEach(route -> check(role, person, route, holds(permissions, route), wrong));
        });
        routes.forEach(route -> check("nobody", client, route, false, wrong));
        System.out.println("access matrix: " + routes.size() + " routes x " + (roles.size() + 1)
                + " roles (nobody included) = " + tried + " combinations");
        assertThat(wrong).isEmpty();
        assertThat(roles).isNotEmpty();
    }

    private void check(String role, PeopleClient person, Route route, boolean holds, Set<String> wrong) {
        boolean open = route.access().equals(Access.PUBLIC);
        int refusal = role.equals("nobody") ? NOBODY : REFUSED;
        int expected = open || holds ? GateStop.PASSED : refusal;
        int status = person.call(route.method(), RouteAccessContract.anyPath(route), Map.of())
                .status();
        tried++;
        if (status != expected) {
            wrong.add(route + " answered " + role + " with " + status + ", not " + expected);
        }
    }

    private static boolean holds(Set<String> permissions, Route route) {
        String asked = route.access();
        return asked.equals(Access.SIGNED_IN)
                || permissions.contains("*")
                || permissions.contains(asked)
                || permissions.contains(asked.substring(0, asked.indexOf(':') + 1) + "*");
    }
}
