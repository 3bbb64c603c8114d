package org.chengshu.place.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.place.PlaceError;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/place/v1/area-names")
class AreaNameResource {
    private static final String SAME_FOR_ALL = "names of areas are the same for all";
    private static final int LONGEST = 40;
    private static final int SHORTEST = 2;

    private final AreaNameStore store;
    private final Areas areas;
    private final Transactions transactions;

    AreaNameResource(AreaNameStore store, Areas areas, Transactions transactions) {
        this.store = store;
        this.areas = areas;
        this.transactions = transactions;
    }

    @GetMapping
    @Access(value = PlacePermissions.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    CursorPage<AreaNameView> list() {
        return new CursorPage<>(
                store.list().stream()
                        .map(name -> AreaNameView.of(name, areas.find(name.area())))
                        .toList(),
                Optional.empty());
    }

    @PostMapping
    @Access(value = PlacePermissions.MANAGE, audit = "area-name.entered", reach = Access.Reach.CITY)
    ResponseEntity<AreaNameView> enter(@RequestBody Entered entered) {
        AreaName name = entered.read();
        check(name);
        transactions.run(() -> {
            requireOurs(name);
            store.put(name);
        });
        return ResponseEntity.status(201).body(AreaNameView.of(name, areas.find(name.area())));
    }

    @DeleteMapping
    @Access(value = PlacePermissions.MANAGE, audit = "area-name.removed", reach = Access.Reach.CITY)
    ResponseEntity<Void> remove(@RequestParam String area, @RequestParam String name) {
        transactions.run(() -> {
            requireOurs(new AreaName(area, name, false, Optional.empty(), 1));
            if (!store.remove(area, name)) {
                throw new Fault(PlaceError.AREA_NAME_NOT_FOUND, "area " + area + " has no other name " + name);
            }
        });
        return ResponseEntity.noContent().build();
    }

    private void requireOurs(AreaName name) {
        store.find(name.area(), name.name()).flatMap(AreaName::pack).ifPresent(pack -> {
            throw new Fault(PlaceError.AREA_NAME_FAULTY, name.name() + " comes from the pack " + pack);
        });
    }

    private void check(AreaName name) {
        List<PlacedFault> faults = new ArrayList<>();
        if (areas.find(name.area()).isEmpty()) {
            faults.add(new PlacedFault("/area", Text.of("没有区域 " + name.area(), "there is no area " + name.area())));
        }
        if (name.name().length() < SHORTEST || name.name().length() > LONGEST) {
            faults.add(new PlacedFault(
                    "/name",
                    Text.of(
                            "别名有 " + SHORTEST + " 至 " + LONGEST + " 个字",
                            "a name has " + SHORTEST + " to " + LONGEST + " characters")));
        }
        if (!faults.isEmpty()) {
            throw new FaultyInput(PlaceError.AREA_NAME_FAULTY, "the name was not stored", faults);
        }
    }

    record Entered(Optional<String> area, Optional<String> name, Optional<Boolean> former) {
        AreaName read() {
            return new AreaName(
                    area.orElse("").strip(),
                    AddressText.plain(name.orElse("")),
                    former.orElse(false),
                    Optional.empty(),
                    1);
        }
    }
}
