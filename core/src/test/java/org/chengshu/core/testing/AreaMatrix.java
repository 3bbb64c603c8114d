package org.chengshu.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.Route;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.SampleMaker.District;
import org.springframework.context.ApplicationContext;

/**
 * Tries every route that is limited by area with a thing of one's own area and with one of another's. A route that names a
 * thing answers 404 to the other; a list shows it to one and not to the other, or counts it for one and not for the other.
 */
final class AreaMatrix {
    private static final Set<String> LIMITED = Set.of("area", "organisation");

    private final TestPeople people;
    private final PeopleClient client;
    private final SampleMaker maker;
    private final Set<String> wrong = new TreeSet<>();
    private int pairs;

    AreaMatrix(ApplicationContext context, int port, SampleMaker maker) {
        TestTown.build(context);
        this.people = new TestPeople(context);
        this.client = PeopleClient.at(port);
        this.maker = maker;
    }

    /** Returns how many pairs of own and other were tried. */
    int check(List<Route> routes) {
        routes.stream().filter(AreaMatrix::isLimited).forEach(this::check);
        assertThat(wrong).isEmpty();
        return pairs;
    }

    static boolean isLimited(Route route) {
        return LIMITED.contains(route.reach())
                && !route.stream()
                && (names(route) || route.method().equals("GET"));
    }

    private static boolean names(Route route) {
        return route.path().contains("{");
    }

    private void check(Route route) {
        PeopleClient west = person(District.WEST, route);
        PeopleClient east = person(District.EAST, route);
        Optional<Sample> query = maker.make(route, District.EAST);
        if (query.isEmpty()) {
            wrong.add(route + " has no sample");
            return;
        }
        Answer westBefore = names(route) ? null : ask(west, route, query.get());
        Answer eastBefore = names(route) ? null : ask(east, route, query.get());
        Sample sample = maker.make(route, District.WEST).orElseThrow();
        Answer other = ask(east, route, sample);
        Answer own = ask(west, route, sample);
        pairs++;
        if (own.status() >= 500 || Set.of(401, 403, 404).contains(own.status())) {
            wrong.add(route + " answered one's own area with " + own.status() + " " + own.body());
        } else if (!hides(route, sample, other, own, westBefore, eastBefore)) {
            wrong.add(route + " showed another area's thing, or not one's own: " + other.status() + " " + other.body());
        }
    }

    private static boolean hides(
            Route route, Sample sample, Answer other, Answer own, Answer westBefore, Answer eastBefore) {
        if (other.status() == 404) {
            return true;
        }
        if (!sample.mark().isEmpty() && own.body().contains(sample.mark())) {
            return !other.body().contains(sample.mark());
        }
        return !names(route)
                && other.body().equals(eastBefore.body())
                && !own.body().equals(westBefore.body());
    }

    private Answer ask(PeopleClient person, Route route, Sample sample) {
        String path = route.path();
        for (Map.Entry<String, String> variable : sample.variables().entrySet()) {
            path = path.replace("{" + variable.getKey() + "}", variable.getValue())
                    .replace("/{*" + variable.getKey() + "}", "/" + variable.getValue());
        }
        return person.with("If-Match", "*").call(route.method(), path + sample.query(), sample.body());
    }

    private PeopleClient person(District district, Route route) {
        String access = route.access();
        if (access.equals(Access.SIGNED_IN)) {
            return client.bearer(people.tokenIn(district.code(), "alarm:*", "cases:*", "sense:*"));
        }
        String permission = access.startsWith("core:") ? access : access.substring(0, access.indexOf(':') + 1) + "*";
        return client.bearer(people.tokenIn(district.code(), permission));
    }
}
