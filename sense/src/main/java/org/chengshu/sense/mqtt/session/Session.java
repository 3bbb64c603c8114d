package org.chengshu.sense.mqtt.session;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.sense.Receipt;

/**
 * What outlives a connection: subscriptions, and which messages of quality 2 were taken. One that is stored also outlives
 * this node. For many threads, because what an old connection offered may be committed under the next.
 */
public final class Session {
    private static final long NOT_STORED = 0;

    private final SessionKey key;
    private final long id;
    private final Map<String, Integer> subscriptions = new ConcurrentHashMap<>();
    private final Map<Integer, CompletableFuture<Receipt>> pending = new ConcurrentHashMap<>();
    private final Set<Integer> taken = ConcurrentHashMap.newKeySet();

    private Session(SessionKey key, long id) {
        this.key = key;
        this.id = id;
    }

    public static Session ofConnection(SessionKey key) {
        return new Session(key, NOT_STORED);
    }

    public static Session stored(SessionKey key, MqttSessionStore.Stored stored) {
        Session session = new Session(key, stored.id());
        session.subscriptions.putAll(stored.subscriptions());
        session.taken.addAll(stored.taken());
        return session;
    }

    public SessionKey key() {
        return key;
    }

    public long id() {
        return id;
    }

    public boolean isStored() {
        return id != NOT_STORED;
    }

    /** Quality by filter. */
    public Map<String, Integer> subscriptions() {
        return subscriptions;
    }

    /** Messages of quality 2 that are offered and not committed yet. */
    public Map<Integer, CompletableFuture<Receipt>> pending() {
        return pending;
    }

    /** Messages of quality 2 that are committed and not released yet. */
    public Set<Integer> taken() {
        return taken;
    }
}
