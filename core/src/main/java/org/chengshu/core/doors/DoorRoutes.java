package org.chengshu.core.doors;

import io.vertx.ext.web.Router;

/**
 * A bean that hangs routes on the devices' port. Mounted once, before the port opens. Handlers run on an event loop and
 * must not block: database work goes to a virtual thread. Bodies are read before the handler is called and are at most
 * 1 MiB (413 above), also after decompression. A handler that fails with a {@link org.chengshu.kernel.Fault}
 * ({@code context.fail(fault)} or thrown) is answered with its problem document. Nothing is authenticated here: each
 * route does that for itself.
 */
@FunctionalInterface
public interface DoorRoutes {
    int LARGEST_BODY = 1024 * 1024;

    void mount(Router router);
}
