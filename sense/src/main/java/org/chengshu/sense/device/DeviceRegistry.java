package org.chengshu.sense.device;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.chengshu.core.access.Scope;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.sense.Lifecycle;
import org.chengshu.sense.Product;
import org.chengshu.sense.Products;
import org.springframework.stereotype.Component;

/**
 * Every device in memory, because the intake looks one up for each message and people search among a million. Devices are
 * never forgotten; retired ones are there for those who ask for them. Safe for many threads.
 */
@Component
public final class DeviceRegistry {
    private final DeviceStore store;
    private final Products products;
    private final Transactions transactions;
    private final Areas areas;
    private final DeviceStanding standing;
    private final Map<String, KnownDevice> byCode = new ConcurrentHashMap<>();
    private final DeviceRows rows = new DeviceRows();
    private final Interned interned = new Interned();
    private final AtomicLong stamp = new AtomicLong();
    private final Map<String, DeviceModel> models = new ConcurrentHashMap<>();

    DeviceRegistry(
            DeviceStore store, Products products, Transactions transactions, Areas areas, DeviceStanding standing) {
        this.store = store;
        this.products = products;
        this.transactions = transactions;
        this.areas = areas;
        this.standing = standing;
        reloadAll();
    }

    public Optional<KnownDevice> find(String code) {
        return findAny(code).filter(DeviceRegistry::alive);
    }

    public Optional<KnownDevice> find(int id) {
        return Optional.ofNullable(rows.find(id)).filter(DeviceRegistry::alive);
    }

    /** Also one that is retired. */
    public Optional<KnownDevice> findAny(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Also one that is retired. */
    public Optional<KnownDevice> findAny(int id) {
        return Optional.ofNullable(rows.find(id));
    }

    /** Those that are not retired; a view, in the order of their numbers. */
    public Collection<KnownDevice> all() {
        return new Living(rows.snapshot());
    }

    /** Grows with each change of a device, so that what was made of all of them can tell whether it still holds. */
    public long stamp() {
        return stamp.get();
    }

    /** The newest devices that fit, below a number (the first page: {@link Integer#MAX_VALUE}). */
    public List<KnownDevice> search(DeviceQuery query, Scope scope, int below, int limit) {
        DeviceRows.Snapshot all = rows.snapshot();
        DeviceMatch match = match(query, scope);
        List<KnownDevice> found = new ArrayList<>(Math.min(limit, 64));
        for (int id = Math.min(below, all.end()) - 1; id > 0 && found.size() < limit; id--) {
            if (match.fits(all, id)) {
                found.add(all.devices()[id]);
            }
        }
        return found;
    }

    public boolean fits(DeviceQuery query, Scope scope, KnownDevice device) {
        return match(query, scope).fits(rows.snapshot(), device.id());
    }

    /** The numbers of all that fit. */
    public BitSet matching(DeviceQuery query, Scope scope) {
        BitSet found = new BitSet();
        each(query, scope, found::set);
        return found;
    }

    public int count(DeviceQuery query, Scope scope) {
        int[] count = new int[1];
        each(query, scope, id -> count[0]++);
        return count[0];
    }

    private void each(DeviceQuery query, Scope scope, IntConsumer to) {
        DeviceRows.Snapshot all = rows.snapshot();
        DeviceMatch match = match(query, scope);
        for (int id = 1; id < all.end(); id++) {
            if (match.fits(all, id)) {
                to.accept(id);
            }
        }
    }

    private DeviceMatch match(DeviceQuery query, Scope scope) {
        return new DeviceMatch(
                query,
                place -> scope.contains(place.path()),
                new DeviceMatch.Surroundings(interned.places(), this::names, models.values()),
                standing::status);
    }

    /** The names of the area and of those around it. */
    private List<String> names(DevicePlace place) {
        return Stream.of(place.path().split("/"))
                .filter(code -> !code.isEmpty())
                .flatMap(code -> areas.find(code).stream())
                .map(Area::name)
                .flatMap(name -> Stream.of(name.zh(), name.en()))
                .toList();
    }

    public void reloadAfterCommit(List<String> codes) {
        transactions.afterCommit(() -> load(DeviceStore.Which.these(codes)));
    }

    void reloadAllAfterCommit() {
        transactions.afterCommit(this::reloadAll);
    }

    /** After packs have changed products: the devices of those that are another now, and of new ones. */
    void reloadChangedAfterCommit(List<String> codes) {
        transactions.afterCommit(() -> {
            load(DeviceStore.Which.ofProducts(changedProducts()));
            load(DeviceStore.Which.these(codes));
        });
    }

    private synchronized List<String> changedProducts() {
        return Stream.concat(models.keySet().stream(), products.list().stream().map(Product::id))
                .distinct()
                .filter(id -> !Objects.equals(
                        products.find(id), Optional.ofNullable(models.get(id)).map(model -> model.product)))
                .toList();
    }

    private void reloadAll() {
        load(DeviceStore.Which.all());
    }

    private synchronized void load(DeviceStore.Which which) {
        store.load(which, this::take);
        stamp.incrementAndGet();
    }

    private void take(DeviceStore.Stored stored) {
        model(stored.device().product()).ifPresent(model -> {
            KnownDevice device = interned.device(stored, model);
            rows.put(device);
            byCode.put(device.code(), device);
        });
    }

    /** Of a product that is gone the last model that was known. */
    private Optional<DeviceModel> model(String id) {
        DeviceModel known = models.get(id);
        Optional<Product> product = products.find(id);
        if (product.isPresent() && (known == null || !known.product.equals(product.get()))) {
            known = new DeviceModel(product.get());
            models.put(id, known);
        }
        return Optional.ofNullable(known);
    }

    private static boolean alive(KnownDevice device) {
        return device.lifecycle() != Lifecycle.RETIRED;
    }

    private static final class Living extends AbstractCollection<KnownDevice> {
        private final DeviceRows.Snapshot rows;

        Living(DeviceRows.Snapshot rows) {
            this.rows = rows;
        }

        @Override
        public Iterator<KnownDevice> iterator() {
            return Stream.of(rows.devices())
                    .filter(device -> device != null && alive(device))
                    .iterator();
        }

        @Override
        public int size() {
            return (int) Stream.of(rows.devices())
                    .filter(device -> device != null && alive(device))
                    .count();
        }
    }
}
