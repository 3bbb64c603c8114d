package org.chengshu.sense.derived;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.CursorPage;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.SenseError;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/sense/v1/derived")
final class DerivedController {
    private static final int MOST_VERSIONS = 50;

    private final DerivedStore store;
    private final BackFillOrders orders;
    private final Touches touches;

    DerivedController(DerivedStore store, BackFillOrders orders, Touches touches) {
        this.store = store;
        this.orders = orders;
        this.touches = touches;
    }

    @GetMapping
    @Access(
            value = "sense:read",
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "derived series are the same for all devices of a product")
    CursorPage<DerivedView> list() {
        List<DerivedView> all = new ArrayList<>();
        store.all().forEach(json -> all.add(DerivedView.of(json)));
        return new CursorPage<>(all, Optional.empty());
    }

    /** One with its wordings, newest first, of which the last {@value #MOST_VERSIONS} are told. */
    @GetMapping("/{id}")
    @Access(
            value = "sense:read",
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "derived series are the same for all devices of a product")
    Told get(@PathVariable("id") String id) {
        return new Told(DerivedView.of(find(id)), store.versions(id, MOST_VERSIONS), touches.waiting());
    }

    /** @param waiting how many series have changes, of all derived series, that are not worked in yet */
    record Told(DerivedView derived, List<DerivedVersion> versions, int waiting) {}

    /** Works the series out for what is stored; done by itself when a pack brings it or words it anew. */
    @PostMapping("/{id}/back-fill")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = "sense:manage", audit = "derived.back-filled", reach = Access.Reach.CITY)
    Map<String, UUID> backFill(@PathVariable("id") String id, Viewer viewer) {
        return Map.of("job", orders.order(find(id), viewer));
    }

    private JsonNode find(String id) {
        return store.find(id)
                .orElseThrow(() -> new Fault(SenseError.DERIVED_NOT_FOUND, "there is no derived series " + id));
    }
}
