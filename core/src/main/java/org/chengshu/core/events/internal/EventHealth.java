package org.chengshu.core.events.internal;

import org.chengshu.core.spi.Finding;
import org.chengshu.core.spi.HealthSource;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Whether events reach those who listen. */
@Component
final class EventHealth implements HealthSource {
    private static final long MANY = 10_000;

    private final Listeners listeners;
    private final DeliveryStore store;

    EventHealth(Listeners listeners, DeliveryStore store) {
        this.listeners = listeners;
        this.store = store;
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Text title() {
        return Text.of("事件投递", "Delivery of events");
    }

    @Override
    public Finding look() {
        long pending = 0;
        long stuck = 0;
        for (String listener : listeners.byName().keySet()) {
            pending += store.pending(listener);
            stuck += store.stuck(listener, Courier.STUCK_ATTEMPTS);
        }
        if (stuck > 0) {
            return Finding.warning(
                    Text.of(
                            stuck + " 个事件多次投递失败，挡住同一对象的后续事件",
                            stuck + " events failed many times and hold up later ones of the same thing"),
                    Text.of(
                            "在日志中查找 “delivery” 的原因；原因消除后会自动重试，不会丢失",
                            "Look for the reason in the log (\"delivery\"); they are tried again by themselves, nothing is lost"));
        }
        if (pending > MANY) {
            return Finding.warning(
                    Text.of("待投递事件 " + pending + " 个", pending + " events wait to be delivered"),
                    Text.of(
                            "通常几分钟内消化；若持续增长，请查看数据库负载",
                            "Usually gone in minutes; if it keeps growing look at the database's load"));
        }
        return Finding.ok(Text.of("待投递事件 " + pending + " 个", pending + " events wait to be delivered"));
    }
}
