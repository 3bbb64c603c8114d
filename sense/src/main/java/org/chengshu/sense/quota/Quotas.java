package org.chengshu.sense.quota;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.chengshu.core.settings.Settings;
import org.chengshu.sense.Limits;
import org.chengshu.sense.Product;
import org.chengshu.sense.device.KnownDevice;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Says before the intake whether a device, and its product as a whole, may send so much now. A product that says nothing
 * has the node's limits for a device, which by default are none. For many threads.
 */
@Component
public final class Quotas {
    private final Limits usual;
    private final LongSupplier nanos;
    private final Map<Integer, Buckets> devices = new ConcurrentHashMap<>();
    private final Map<String, Buckets> products = new ConcurrentHashMap<>();

    @Autowired
    Quotas(Settings settings) {
        this(
                new Limits(
                        limit(settings.get(QuotaSettings.MESSAGES)),
                        limit(settings.get(QuotaSettings.VALUES)),
                        limit(settings.get(QuotaSettings.BYTES))),
                System::nanoTime);
    }

    Quotas(Limits usual, LongSupplier nanos) {
        this.usual = usual;
        this.nanos = nanos;
    }

    private static Optional<Double> limit(double setting) {
        return setting > 0 ? Optional.of(setting) : Optional.empty();
    }

    /** The answer to {@link #take}. */
    public sealed interface Answer {}

    public record Granted() implements Answer {}

    /** Not now: nothing was taken off the quota. */
    public record Later(Duration comeBack) implements Answer {}

    /** More than can ever come at once. */
    public record TooMuch() implements Answer {}

    private static final Answer GRANTED = new Granted();
    private static final Answer TOO_MUCH = new TooMuch();

    public Answer take(KnownDevice device, int values, int bytes) {
        Product product = device.product();
        Limits own = product.deviceLimits().or(usual);
        Limits shared = product.productLimits();
        if (own.areNone() && shared.areNone()) {
            return GRANTED;
        }
        long now = nanos.getAsLong();
        Optional<Buckets> ofDevice = buckets(devices, device.id(), own);
        Optional<Buckets> ofProduct = buckets(products, product.id(), shared);
        long wait = Math.max(
                ofDevice.map(one -> one.wait_ns(values, bytes, now)).orElse(0L),
                ofProduct.map(one -> one.wait_ns(values, bytes, now)).orElse(0L));
        if (wait == Bucket.NEVER) {
            return TOO_MUCH;
        }
        if (wait > 0) {
            return new Later(Duration.ofNanos(wait));
        }
        ofDevice.ifPresent(one -> one.take(values, bytes, now));
        ofProduct.ifPresent(one -> one.take(values, bytes, now));
        return GRANTED;
    }

    private static <K> Optional<Buckets> buckets(Map<K, Buckets> all, K key, Limits limits) {
        if (limits.areNone()) {
            return Optional.empty();
        }
        Buckets known = all.get(key);
        return Optional.of(
                known != null && known.isOf(limits)
                        ? known
                        : all.compute(key, (same, now) -> now != null && now.isOf(limits) ? now : new Buckets(limits)));
    }
}
