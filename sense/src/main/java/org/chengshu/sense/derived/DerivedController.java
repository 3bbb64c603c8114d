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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
    private final DerivedTrial trial;

    DerivedController(DerivedStore store, BackFillOrders orders, Touches touches, DerivedTrial trial) {
        this.store = store;
        this.orders = orders;
        this.touches = touches;
        this.trial = trial;
    }

    @GetMapping
    @Access(
            value = "sense:read",
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "derived series are the same for all devices of a product")
    CursorPage<DerivedView> list(@RequestParam("product") Optional<String> product) {
        List<DerivedView> all = new ArrayList<>();
        store.all().forEach(json -> all.add(DerivedView.of(json)));
        all.removeIf(one -> product.filter(id -> !id.equals(one.product())).isPresent());
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
        return new Told(DerivedView.of(find(id)), store.versions(id, MOST_VERSIONS), touches.open());
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

    /** What it would be on one device with another formula, by what is stored; nothing is changed. */
    @PostMapping("/{id}/trial")
    @Access(value = "sense:manage", audit = "derived.tried", reach = Access.Reach.CITY)
    DerivedTrial.Outcome tryOut(@PathVariable("id") String id, @RequestBody DerivedTrial.Order order) {
        return trial.of(find(id), order);
    }

    private JsonNode find(String id) {
        return store.find(id)
                .orElseThrow(() -> new Fault(SenseError.DERIVED_NOT_FOUND, "there is no derived series " + id));
    }
}
