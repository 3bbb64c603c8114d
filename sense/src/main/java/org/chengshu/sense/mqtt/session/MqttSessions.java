package org.chengshu.sense.mqtt.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.chengshu.core.settings.Settings;
import org.springframework.stereotype.Component;

/** Gives each connection its session and takes the session from whoever had it. Blocking. */
@Component
public final class MqttSessions {
    private static final long LEAVE_WITHIN_S = 5;

    private final MqttSessionStore store;
    private final long longest_s;
    private final Map<SessionKey, Holder> holders = new ConcurrentHashMap<>();
    private final Map<SessionKey, Session> known = new ConcurrentHashMap<>();

    MqttSessions(MqttSessionStore store, Settings settings) {
        this.store = store;
        this.longest_s = settings.get(MqttSettings.SESSION_EXPIRY).toSeconds();
    }

    /** A session and whether it goes on from before. */
    public record Opened(Session session, boolean present) {}

    /** How long a session lasts after its connection, when so long is asked for. */
    public long granted_s(long asked_s) {
        return Math.min(asked_s, longest_s);
    }

    public Opened open(SessionKey key, Holder connection, boolean clean, long expiry_s) {
        Optional.ofNullable(holders.put(key, connection)).ifPresent(MqttSessions::takeOver);
        if (clean) {
            known.remove(key);
            return new Opened(begin(key, expiry_s), false);
        }
        Session before = known.get(key);
        if (before != null && before.isStored()) {
            store.resume(key.owner(), key.client(), expiry_s);
            return new Opened(before, true);
        }
        MqttSessionStore.Stored stored = store.resume(key.owner(), key.client(), expiry_s);
        Session session = Session.stored(key, stored);
        known.put(key, session);
        return new Opened(session, stored.present());
    }

    private Session begin(SessionKey key, long expiry_s) {
        if (expiry_s == 0) {
            store.end(key.owner(), key.client());
            return Session.ofConnection(key);
        }
        Session session = Session.stored(key, store.begin(key.owner(), key.client(), expiry_s));
        known.put(key, session);
        return session;
    }

    private static void takeOver(Holder connection) {
        try {
            connection.takenOver().get(LEAVE_WITHIN_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // It is cut off all the same; its session is in memory.
        }
    }

    public void subscribed(Session session) {
        if (session.isStored()) {
            store.subscribed(session.id(), session.subscriptions());
        }
    }

    /** The connection is gone; the session stays in memory as long as something of it is on its way to the database. */
    public void left(Session session, Holder connection, long expiry_s) {
        boolean last = holders.remove(session.key(), connection);
        if (!last || !session.isStored()) {
            return;
        }
        if (expiry_s == 0) {
            known.remove(session.key(), session);
            store.end(session.key().owner(), session.key().client());
            return;
        }
        store.left(session.id(), expiry_s);
        List<CompletableFuture<?>> pending = new ArrayList<>(session.pending().values());
        CompletableFuture<Void> _ = CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new))
                .whenComplete((done, problem) -> holders.compute(session.key(), (key, holder) -> {
                    if (holder == null) {
                        known.remove(key, session);
                    }
                    return holder;
                }));
    }

    public void forgetOver() {
        store.forgetOver(Duration.ofSeconds(longest_s));
    }

    public void leftByAll() {
        store.leftByAll();
    }
}
