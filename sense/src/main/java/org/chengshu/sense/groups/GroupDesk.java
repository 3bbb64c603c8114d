package org.chengshu.sense.groups;

import java.util.ArrayList;
import java.util.List;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Group;
import org.chengshu.sense.GroupQuery;
import org.chengshu.sense.Products;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.device.DeviceRegistry;
import org.springframework.stereotype.Component;

/** What people do with groups; those of packs are changed in their pack. */
@Component
final class GroupDesk {
    private final GroupStore store;
    private final GroupBook book;
    private final DeviceRegistry registry;
    private final Products products;
    private final Areas areas;
    private final Transactions transactions;

    GroupDesk(
            GroupStore store,
            GroupBook book,
            DeviceRegistry registry,
            Products products,
            Areas areas,
            Transactions transactions) {
        this.store = store;
        this.book = book;
        this.registry = registry;
        this.products = products;
        this.areas = areas;
        this.transactions = transactions;
    }

    List<Group> list() {
        return book.list();
    }

    Group get(String id) {
        return book.get(id);
    }

    int size(String id) {
        return book.members(id).size();
    }

    Group put(Group group, IfMatch ifMatch) {
        check(group);
        return transactions.call(() -> {
            store.lock(group.id()).ifPresent(before -> requireOurs(before, ifMatch));
            store.put(group);
            book.refreshAfterCommit();
            return store.lock(group.id()).orElseThrow();
        });
    }

    void remove(String id, IfMatch ifMatch) {
        transactions.run(() -> {
            Group before =
                    store.lock(id).orElseThrow(() -> new Fault(SenseError.GROUP_NOT_FOUND, "there is no group " + id));
            requireOurs(before, ifMatch);
            store.retire(id);
            book.refreshAfterCommit();
        });
    }

    private static void requireOurs(Group before, IfMatch ifMatch) {
        before.pack().ifPresent(pack -> {
            throw new Fault(SenseError.GROUP_FROM_PACK, before.id() + " comes from the pack " + pack);
        });
        ifMatch.require(before.version());
    }

    private void check(Group group) {
        List<PlacedFault> faults = new ArrayList<>();
        for (int i = 0; i < group.devices().size(); i++) {
            String code = group.devices().get(i);
            if (registry.find(code).isEmpty()) {
                faults.add(new PlacedFault("/devices/" + i, Text.of("没有设备 " + code, "there is no device " + code)));
            }
        }
        group.query().ifPresent(query -> check(query, faults));
        if (!faults.isEmpty()) {
            throw new FaultyInput(SenseError.GROUP_FAULTY, "the group was not stored", faults);
        }
    }

    private void check(GroupQuery query, List<PlacedFault> faults) {
        query.product()
                .filter(id -> products.find(id).isEmpty())
                .ifPresent(id -> faults.add(
                        new PlacedFault("/query/product", Text.of("没有产品 " + id, "there is no product " + id))));
        query.area()
                .filter(code -> areas.find(code).isEmpty())
                .ifPresent(code -> faults.add(
                        new PlacedFault("/query/area", Text.of("没有区域 " + code, "there is no area " + code))));
    }
}
