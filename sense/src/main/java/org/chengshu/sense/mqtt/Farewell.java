package org.chengshu.sense.mqtt;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.chengshu.sense.doors.Peer;
import org.chengshu.sense.link.Leaving;
import org.chengshu.sense.mqtt.session.Session;

/** Why a connection ends, and what is left behind when it has: its will, its session. Runs on the connection's event loop. */
final class Farewell {
    private final MqttConnection connection;
    private final MqttParts parts;
    private final Wills wills;
    private final CompletableFuture<Void> said = new CompletableFuture<>();
    private Leaving reason = Leaving.LOST;
    private Optional<String> detail = Optional.empty();
    private boolean withWill = true;
    private long expiry_s;

    Farewell(MqttConnection connection, MqttParts parts, Wills wills) {
        this.connection = connection;
        this.parts = parts;
        this.wills = wills;
    }

    /** How long the session lasts after the connection. */
    void keepSession(long lasts_s) {
        expiry_s = lasts_s;
    }

    void keepWill(boolean keep) {
        withWill = keep;
    }

    void because(Leaving why) {
        reason = why;
    }

    void because(Leaving why, String words) {
        reason = why;
        detail = Optional.of(words);
    }

    /** Completes when nothing of the connection is left and its session may be another's. */
    CompletableFuture<Void> said() {
        return said;
    }

    /** Nobody had entered. */
    void nothingToLeave() {
        said.complete(null);
    }

    void leave(Entered in, Peer peer) {
        Optional<Will> will = in.greeting().will().filter(one -> withWill);
        Optional<String> told = will.map(one -> detail.map(text -> text + "; ").orElse("") + one.words())
                .or(() -> detail);
        in.subscriber().leave();
        in.downlink().leaveAll(reason, told);
        will.ifPresent(one -> wills.lost(in.session().key(), one, peer, expiry_s));
        leaveSession(in.session(), expiry_s);
    }

    void leaveSession(Session session, long lasts_s) {
        Future<Boolean> left = connection.blocking(() -> {
            parts.sessions().left(session, connection, lasts_s);
            return true;
        });
        left.onComplete(done -> said.complete(null));
    }
}
