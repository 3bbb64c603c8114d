package org.chengshu.core.doors;

import io.vertx.ext.web.Router;

/**
 * A bean that hangs routes on the devices' port. Mounted once, before the port opens. Handlers run on an event loop and
 * must not block: database work goes to a virtual thread or a worker. Bodies up to 1 MiB are read before the handler is
 * called unless the path begins with {@code /stream}. Nothing is authenticated here: each route does that for itself.
 */
@FunctionalInterface
public interface DoorRoutes {
    void mount(Router router);
}
