package org.chengshu.core.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.http.Route;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.RouteAccessContract;
import org.chengshu.core.testing.Sample;
import org.chengshu.core.testing.SampleMaker;
import org.chengshu.core.testing.TestPeople;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@CoreTest
class RouteAccessTest extends RouteAccessContract {
    @Autowired
    ApplicationContext node;

    @Autowired
    DSLContext sql;

    @Autowired
    ApiTokens tokens;

    @LocalServerPort
    int door;

    @Override
    protected List<String> modulePaths() {
        return List.of("/api/core/v1/accounts");
    }

    @Override
    protected SampleMaker samples() {
        TestPeople people = new TestPeople(node);
        return (route, district) -> {
            AccountView account = people.account(Optional.of(district.code()));
            String id = account.id().toString();
            Map<String, Object> change = Map.of(
                    "displayName",
                    "Li",
                    "grants",
                    List.of(Map.of("role", account.roles().getFirst(), "area", district.code())));
            return Optional.of(
                    route.path().contains("{account}")
                            ? new Sample(Map.of("account", id, "id", belonging(route, account)), "", "", Map.of())
                            : Sample.of("id", id).with(change));
        };
    }

    private String belonging(Route route, AccountView account) {
        String token =
                tokens.issue(account.id(), "sample", Optional.empty()).id().toString();
        PeopleClient.at(door)
                .post("/api/core/v1/login", Map.of("name", account.name(), "password", TestPeople.PASSWORD));
        return route.path().contains("/tokens/")
                ? token
                : sql.fetchSingle("select id from cs_core.session where account_id = ?", account.id())
                        .get(0, String.class);
    }
}
