package org.chengshu.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.Route;
import org.chengshu.core.http.RouteBook;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Walks every route of whatever modules are in the node under test. Extend it with a class that carries
 * {@code @SpringBootTest} on a free port.
 */
public abstract class RouteAccessContract {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int REFUSED = 403;
    // A body that is announced and never sent: whoever reads it first waits in vain.
    private static final String UNSENT_BODY = "Content-Type: application/json\r\nContent-Length: 1000000\r\n";

    @Autowired
    RouteBook routes;

    @Autowired
    List<PermissionSource> permissions;

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    @Test
    void refusesNobodyBeforeTheBodyIsRead() throws IOException {
        Set<String> wrong = new TreeSet<>();
        for (Route route : closed()) {
            int status = statusOf(route, "");
            if (status != 401) {
                wrong.add(route + " answered nobody with " + status);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(closed()).isNotEmpty();
    }

    @Test
    void refusesWhoeverLacksTheRightBeforeTheBodyIsRead() throws IOException {
        String token = new TestPeople(context).token();
        Set<String> wrong = new TreeSet<>();
        for (Route route : guarded()) {
            int status = statusOf(route, "Authorization: Bearer " + token + "\r\n");
            if (status != 403) {
                wrong.add(route + " answered an account without rights with " + status);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(guarded()).isNotEmpty();
    }

    @Test
    void letsEachRoleIntoJustTheRoutesItHolds() {
        new RoleMatrix(
                        context,
                        port,
                        routes.list().stream()
                                .filter(route -> !route.method().equals("*"))
                                .toList())
                .check();
    }

    @Test
    void takesNoChangeByACookieThatAnotherSiteCouldHaveSent() {
        String name = new TestPeople(context).account(Optional.empty(), "*").name();
        String cookie = PeopleClient.at(port)
                .post("/api/core/v1/login", Map.of("name", name, "password", TestPeople.PASSWORD))
                .header("Set-Cookie")
                .split(";", 2)[0];
        PeopleClient forged = PeopleClient.at(port).with("Cookie", cookie).with(GateStop.HEADER, "1");
        PeopleClient own = forged.with("X-Requested-With", "chengshu");
        Set<String> wrong = new TreeSet<>();
        for (Route route : closed()) {
            String path = anyPath(route);
            boolean reads = route.method().equals("GET");
            if (forged.call(route.method(), path, Map.of()).status() != (reads ? GateStop.PASSED : REFUSED)
                    || own.call(route.method(), path, Map.of()).status() == REFUSED) {
                wrong.add(route.toString());
            }
        }
        assertThat(wrong).isEmpty();
    }

    static String anyPath(Route route) {
        return route.path().replaceAll("\\{[^}]*}", "x").replace("**", "x");
    }

    @Test
    void hidesThingsOfOtherAreasAndShowsThoseOfOnesOwn() {
        List<Route> own = routes.list().stream()
                .filter(route -> modulePaths().stream().anyMatch(route.path()::startsWith))
                .toList();
        int pairs = new AreaMatrix(context, port, samples()).check(own);
        System.out.println("own and other area: " + pairs + " routes of " + modulePaths());
        assertThat(own.stream().filter(AreaMatrix::isLimited).count()).isEqualTo(pairs);
    }

    /** The beginnings of the paths whose routes this test tries with things of two areas. */
    protected List<String> modulePaths() {
        return List.of();
    }

    /** Makes the things for that. */
    protected SampleMaker samples() {
        return (route, district) -> Optional.empty();
    }

    @Test
    void asksOnlyForPermissionsThatAModuleDeclares() {
        Set<String> declared = permissions.stream()
                .flatMap(source -> source.permissions().stream())
                .map(Permission::name)
                .collect(Collectors.toSet());
        Set<String> asked = guarded().stream()
                .map(Route::access)
                .filter(access -> !access.startsWith("test:"))
                .collect(Collectors.toSet());
        assertThat(asked).isSubsetOf(declared);
    }

    @Test
    void auditsEveryRouteThatChangesSomethingOrSaysWhyNot() {
        assertThat(routes.list().stream()
                        .filter(route -> Set.of("PUT", "DELETE", "PATCH").contains(route.method()))
                        .filter(route -> route.audit().equals(Access.NOT_AUDITED))
                        .toList())
                .isEmpty();
    }

    @Test
    void printsThePublicRoutesForReview() {
        List<String> open = routes.list().stream()
                .filter(route -> route.access().equals(Access.PUBLIC))
                .map(route -> route.method() + " " + route.path())
                .toList();
        System.out.println("public routes: " + open);
        assertThat(open).contains("POST /api/core/v1/login");
    }

    private List<Route> closed() {
        return routes.list().stream()
                .filter(route -> !route.access().equals(Access.PUBLIC))
                .toList();
    }

    private List<Route> guarded() {
        return closed().stream()
                .filter(route -> !route.access().equals(Access.SIGNED_IN))
                .toList();
    }

    private int statusOf(Route route, String credentials) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String method = route.method().equals("*") ? "GET" : route.method();
            String path = anyPath(route);
            String request = method + " " + path + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n" + credentials
                    + (method.equals("GET") ? "" : UNSENT_BODY) + "\r\n";
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return status(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        }
    }

    private static int status(Reader answer) throws IOException {
        char[] line = new char["HTTP/1.1 200".length()];
        int read = 0;
        while (read < line.length) {
            int more = answer.read(line, read, line.length - read);
            if (more < 0) {
                return -1;
            }
            read += more;
        }
        return Integer.parseInt(new String(line).substring(line.length - 3));
    }
}
