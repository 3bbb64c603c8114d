package org.chengshu.sense.groups;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.core.access.Scope;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.Group;
import org.chengshu.sense.GroupQuery;
import org.chengshu.sense.Groups;
import org.chengshu.sense.Members;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.device.DeviceQuery;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.words.WordQuery;
import org.springframework.stereotype.Component;

@Component
final class GroupBook implements Groups {
    private static final long FRESH_NANOS = 2_000_000_000L;

    private final GroupStore store;
    private final DeviceRegistry registry;
    private final Areas areas;
    private final Transactions transactions;
    private final Map<String, Counted> counted = new ConcurrentHashMap<>();
    private volatile Map<String, Group> known;

    GroupBook(GroupStore store, DeviceRegistry registry, Areas areas, Transactions transactions) {
        this.store = store;
        this.registry = registry;
        this.areas = areas;
        this.transactions = transactions;
        this.known = read();
    }

    @Override
    public Group get(String id) {
        return find(id).orElseThrow(() -> new Fault(SenseError.GROUP_NOT_FOUND, "there is no group " + id));
    }

    @Override
    public Optional<Group> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    @Override
    public List<Group> list() {
        return List.copyOf(known.values());
    }

    @Override
    public Members members(String id) {
        Group group = known.get(id);
        if (group == null) {
            return Members.none();
        }
        Counted before = counted.get(id);
        if (before != null && before.holds(group, registry.stamp())) {
            return before.members;
        }
        Counted now = new Counted(group, registry.stamp(), System.nanoTime(), count(group));
        counted.put(id, now);
        return now.members;
    }

    @Override
    public List<String> groupsOf(int device) {
        return known.keySet().stream().filter(id -> members(id).has(device)).toList();
    }

    void refreshAfterCommit() {
        transactions.afterCommit(() -> {
            known = read();
            counted.keySet().retainAll(known.keySet());
        });
    }

    private Map<String, Group> read() {
        Map<String, Group> groups = new TreeMap<>();
        store.all().forEach(group -> groups.put(group.id(), group));
        return groups;
    }

    private Members count(Group group) {
        return Members.of(group.query().map(this::asked).orElseGet(() -> listed(group)));
    }

    private BitSet asked(GroupQuery query) {
        if (query.area().filter(area -> areas.find(area).isEmpty()).isPresent()) {
            return new BitSet();
        }
        return registry.matching(
                new DeviceQuery(
                        query.product(),
                        query.area().map(areas::reach),
                        WordQuery.none(),
                        query.tags(),
                        query.status(),
                        query.lifecycle(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Scope.everywhere());
    }

    private BitSet listed(Group group) {
        BitSet ids = new BitSet();
        group.devices().forEach(code -> registry.find(code).ifPresent(device -> ids.set(device.id())));
        return ids;
    }

    private record Counted(Group group, long stamp, long at, Members members) {
        @SuppressWarnings("ReferenceEquality") // a group is the very same object until it changes
        boolean holds(Group now, long itsStamp) {
            boolean fresh = !group.query().map(GroupQuery::changesByItself).orElse(false)
                    || System.nanoTime() - at < FRESH_NANOS;
            return group == now && stamp == itsStamp && fresh;
        }
    }
}
