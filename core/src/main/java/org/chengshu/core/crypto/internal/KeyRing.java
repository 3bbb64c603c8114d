package org.chengshu.core.crypto.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.chengshu.core.CoreError;
import org.chengshu.core.crypto.CryptoSettings;
import org.chengshu.core.crypto.FieldAlgorithm;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.settings.Settings;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/** The data keys, unwrapped in memory by number; a number that is not known here is looked for in the database once more. */
@Component
class KeyRing {
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final DataKeyStore store;
    private final Transactions transactions;
    private final MasterKeys masters;
    private final FieldAlgorithm wanted;
    private final Clock clock;
    private final ConcurrentMap<Integer, Gcm> opened = new ConcurrentHashMap<>();
    private volatile Current current;
    private volatile Instant lookedAt;

    /** The key that new values get. */
    record Current(int number, Gcm cipher) {}

    KeyRing(DataKeyStore store, Transactions transactions, Settings settings, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.masters = new MasterKeys(settings);
        this.wanted = settings.get(CryptoSettings.ALGORITHM);
        this.clock = clock;
        this.lookedAt = clock.instant();
        this.current = transactions.call(this::begin);
    }

    Current current() {
        if (clock.instant().isAfter(lookedAt.plus(LOOK_AGAIN))) {
            load();
        }
        return current;
    }

    Optional<Gcm> find(int number) {
        if (!opened.containsKey(number)) {
            load();
        }
        return Optional.ofNullable(opened.get(number));
    }

    List<DataKey> list() {
        return store.list();
    }

    /** Makes a new current key; other nodes use it from their next look at the keys, within a minute. */
    Current rotate() {
        transactions.run(() -> {
            store.lock();
            addKey(master());
        });
        load();
        return current;
    }

    private void load() {
        lookedAt = clock.instant();
        MasterKey master = master();
        store.list().forEach(key -> use(key, master));
    }

    private Current begin() {
        store.lock();
        List<DataKey> keys = store.list();
        MasterKey master = masters.find().orElseGet(() -> {
            requireNone(keys);
            return masters.make();
        });
        Optional<MasterKey> former = masters.findFormer();
        for (DataKey key : keys) {
            use(
                    former.isPresent() && key.master().equals(former.get().fingerprint())
                            ? rewrapped(key, former.get(), master)
                            : key,
                    master);
        }
        if (keys.isEmpty() || keys.getLast().algorithm() != wanted) {
            use(addKey(master), master);
        }
        return current;
    }

    private DataKey addKey(MasterKey master) {
        int number = store.list().stream().mapToInt(DataKey::number).max().orElse(0) + 1;
        byte[] fresh = Gcm.random(Gcm.keyBytes(wanted));
        DataKey key = new DataKey(
                number, wanted, master.fingerprint(), master.wrap(wanted, fresh, context(number)), clock.instant());
        store.add(key);
        return key;
    }

    private DataKey rewrapped(DataKey key, MasterKey former, MasterKey master) {
        byte[] plain = unwrap(key, former);
        String wrapped = master.wrap(key.algorithm(), plain, context(key.number()));
        store.rewrap(key.number(), master.fingerprint(), wrapped);
        return new DataKey(key.number(), key.algorithm(), master.fingerprint(), wrapped, key.madeAt());
    }

    private void use(DataKey key, MasterKey master) {
        Gcm cipher = opened.computeIfAbsent(key.number(), number -> new Gcm(key.algorithm(), unwrap(key, master)));
        if (current == null || current.number() < key.number()) {
            current = new Current(key.number(), cipher);
        }
    }

    private byte[] unwrap(DataKey key, MasterKey master) {
        if (!key.master().equals(master.fingerprint())) {
            throw new Fault(
                    CoreError.KEY_MISSING,
                    "data key " + key.number() + " is wrapped by master key " + key.master() + ", but this node has "
                            + master.fingerprint() + "; bring " + masters.file()
                            + " from the node that has it, or set crypto.master-key-file");
        }
        try {
            return master.wrapper(key.algorithm()).open(HexFormat.of().parseHex(key.wrapped()), context(key.number()));
        } catch (InvalidCipherTextException e) {
            throw new Fault(CoreError.KEY_MISSING, "data key " + key.number() + " in the database was altered", e);
        }
    }

    private MasterKey master() {
        return masters.find()
                .orElseThrow(() -> new Fault(CoreError.KEY_MISSING, masters.file() + " is no longer there"));
    }

    private void requireNone(List<DataKey> keys) {
        if (!keys.isEmpty()) {
            throw new Fault(
                    CoreError.KEY_MISSING,
                    "the database holds values sealed under master key "
                            + keys.getLast().master() + ", which is not here; bring " + masters.file()
                            + " from the node or backup that has it, or set crypto.master-key-file");
        }
    }

    private static byte[] context(int number) {
        return ("data key " + number).getBytes(StandardCharsets.UTF_8);
    }
}
