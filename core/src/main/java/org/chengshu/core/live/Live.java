package org.chengshu.core.live;

import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * What changes right now, for screens that are open: published once, written to every stream of the topic whose viewer
 * holds the right to see it. Nothing is kept: a screen loads the list first and then follows. A client that does not keep up is
 * disconnected, as is every client after 30 minutes and whoever loses the right within two seconds, and comes back by
 * itself. Streams are
 * told of what is published on their own node. A topic may name one thing after a colon ({@code order:17}); its events
 * bear the name of what stands before it. Safe for use by many threads; publishing never waits for a client.
 */
public interface Live {
    /**
     * Tells every open stream of the topic. Inside a transaction the payload goes out after its commit.
     *
     * @param payload is written as JSON
     */
    default void publish(String topic, String areaPath, Object payload) {
        publish(topic, areaPath, Optional.empty(), payload);
    }

    /** As above, of a thing that this organisation owns. */
    void publish(String topic, String areaPath, Optional<String> organisationPath, Object payload);

    /**
     * A stream for a controller to return: server-sent events named by the topic, a comment each 15 s. It tells of things
     * for which the viewer holds the permission.
     */
    SseEmitter stream(Viewer viewer, String permission, String topic);

    /** Tells the streams that this person has open of a topic of his own. Inside a transaction it goes out after its commit. */
    void publishTo(UUID account, String topic, Object payload);

    /** A stream of what is {@link #publishTo published to} the viewer alone, whatever rights he holds. */
    SseEmitter ownStream(Viewer viewer, String topic);
}
