package org.chengshu.sense.link;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.device.OnlineDevices;
import org.springframework.stereotype.Component;

/** The open connections of devices, whatever their door. Each coming and going is put on the log. For many threads. */
@Component
public final class Links implements OnlineDevices {
    private final Map<Integer, List<Link>> open = new ConcurrentHashMap<>();
    private final Map<Integer, List<Runnable>> ears = new ConcurrentHashMap<>();
    private final LinkLog log;
    private final Clock clock;

    Links(LinkLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    public Link open(KnownDevice device, Caller caller, Runnable wake) {
        Link link = new Link(device, caller, clock.instant(), wake);
        open.compute(device.id(), (id, links) -> {
            List<Link> more = links == null ? new CopyOnWriteArrayList<>() : links;
            more.add(link);
            return more;
        });
        log.opened(link);
        return link;
    }

    public void close(Link link, Leaving why, Optional<String> detail) {
        open.computeIfPresent(link.device().id(), (id, links) -> {
            if (links.remove(link)) {
                log.closed(link, clock.instant(), why, detail);
            }
            return links.isEmpty() ? null : links;
        });
    }

    /**
     * Listens for one thing, as a request does that waits for an answer: it is woken like a connection, and is none.
     *
     * @return what ends the listening
     */
    public Runnable listen(KnownDevice device, Runnable wake) {
        ears.compute(device.id(), (id, waiting) -> {
            List<Runnable> more = waiting == null ? new CopyOnWriteArrayList<>() : waiting;
            more.add(wake);
            return more;
        });
        return () -> ears.computeIfPresent(device.id(), (id, waiting) -> {
            waiting.remove(wake);
            return waiting.isEmpty() ? null : waiting;
        });
    }

    @Override
    public boolean isOnline(int device) {
        return open.containsKey(device);
    }

    @Override
    public void wake(int device) {
        List<Link> links = open.get(device);
        if (links != null) {
            links.forEach(Link::wake);
        }
        List<Runnable> waiting = ears.get(device);
        if (waiting != null) {
            waiting.forEach(Runnable::run);
        }
    }
}
