package org.chengshu.app.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.RouteAccessContract;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.core.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * Every route of the whole program refuses nobody, and whoever lacks the right, before it reads a body; every shipped role
 * gets into just the routes it holds. The matrix of both is the manual's page; it is written anew by
 * {@code mvn test -pl app -am -Dtest=RouteAccessTest -Dsurefire.failIfNoSpecifiedTests=false -Dchengshu.manual=write}.
 */
@SpringBootTest(
        classes = {NodeApplication.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RouteAccessTest extends RouteAccessContract {
    private static final Path MANUAL = Path.of("..", "docs", "access-matrix.md");
    private static final String HEAD = """
            # Who may use which route

            Written by a test from the routes' own declarations and the shipped roles; do not edit. *Needs* is a permission, `signed-in` or
            `public`; *reach* is what limits the things behind the route: the `area`, or area and `organisation`, where the right was granted,
            one's `own` things, the whole `city` only, or `none` with its reason. See [decision 0010](decisions/0010-rights.md).

            """;

    @Autowired
    Packs packs;

    @Autowired
    ApplicationContext node;

    @LocalServerPort
    int door;

    @BeforeEach
    void installTheShippedRoles() {
        ShippedPacks.applyAll(packs);
    }

    @Test
    void standInTheManualAsTheyAre() throws IOException {
        String token = new TestPeople(node).token("core:accounts");
        String written = HEAD
                + page(PeopleClient.at(door)
                        .bearer(token)
                        .get("/api/core/v1/access/matrix")
                        .json());

        if ("write".equals(System.getProperty("chengshu.manual"))) {
            Files.writeString(MANUAL, written);
        }
        assertThat(Files.readString(MANUAL))
                .as("run it with -Dchengshu.manual=write")
                .isEqualTo(written);
    }

    private static String page(JsonNode matrix) {
        StringBuilder page = new StringBuilder();
        var roles = matrix.path("roles")
                .valueStream()
                .filter(role -> !role.path("id").asString().startsWith("role-"))
                .toList();
        page.append("| route | needs | reach |");
        roles.forEach(
                role -> page.append(' ').append(role.path("id").asString()).append(" |"));
        page.append("\n|---|---|---|").append("---|".repeat(roles.size())).append('\n');
        for (JsonNode route : matrix.path("routes")) {
            var allowed =
                    route.path("allowed").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
            String why = route.path("why").asString("");
            page.append("| `" + route.path("method").asString() + " "
                    + route.path("path").asString() + "` | "
                    + route.path("access").asString() + " | "
                    + route.path("reach").asString()
                    + (why.isEmpty() ? "" : ": " + why) + " |");
            roles.forEach(role -> page.append(allowed.contains(role.path("id").asString()) ? " ● |" : "  |"));
            page.append('\n');
        }
        return page.toString();
    }
}
