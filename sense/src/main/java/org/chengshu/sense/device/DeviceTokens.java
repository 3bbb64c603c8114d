package org.chengshu.sense.device;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.core.crypto.Sha256;
import org.chengshu.core.db.Transactions;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Issues and knows the devices' tokens. What was found once is kept in memory until another token is issued. */
@Component
public final class DeviceTokens {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;
    private static final String PREFIX = "csd_";

    private final DSLContext db;
    private final Transactions transactions;
    private final DeviceRegistry registry;
    private final Clock clock;
    private final Map<String, Integer> found = new ConcurrentHashMap<>();

    DeviceTokens(DSLContext db, Transactions transactions, DeviceRegistry registry, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.registry = registry;
        this.clock = clock;
    }

    /** Whose token it is; asks the database when it was not met before, so call it where blocking is allowed. */
    public Optional<KnownDevice> find(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Integer device = found.get(token);
        if (device == null) {
            device = db.fetchOptional(
                            "select device from cs_sense.device_token where hash = ?", (Object) Sha256.of(token))
                    .map(row -> row.get(0, Integer.class))
                    .orElse(null);
            if (device == null) {
                return Optional.empty();
            }
            found.put(token, device);
        }
        return registry.find(device);
    }

    /** What is known without asking the database. */
    public Optional<KnownDevice> findKnown(String token) {
        return Optional.ofNullable(found.get(token)).flatMap(registry::find);
    }

    Map<String, String> issue(List<KnownDevice> devices) {
        Map<String, String> tokens = new LinkedHashMap<>();
        Integer[] ids = new Integer[devices.size()];
        byte[][] hashes = new byte[devices.size()][];
        for (int i = 0; i < ids.length; i++) {
            String token = fresh();
            tokens.put(devices.get(i).code(), token);
            ids[i] = devices.get(i).id();
            hashes[i] = Sha256.of(token);
        }
        db.execute("""
                insert into cs_sense.device_token (device, hash, issued_at)
                select t.device, t.hash, ?::timestamptz from unnest(?::int[], ?::bytea[]) as t (device, hash)
                order by t.device
                on conflict (device) do update set hash = excluded.hash, issued_at = excluded.issued_at""", clock.instant().atOffset(ZoneOffset.UTC), ids, hashes);
        transactions.afterCommit(() -> found.values().removeAll(List.of(ids)));
        return tokens;
    }

    private static String fresh() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
