package org.chengshu.core.crypto.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.crypto.CryptoSettings;
import org.chengshu.core.crypto.FieldAlgorithm;
import org.chengshu.core.crypto.FieldPlace;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.NodeSettings;
import org.chengshu.core.settings.Secret;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.settings.SettingView;
import org.chengshu.core.settings.Settings;
import org.chengshu.core.testing.CoreTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A second node on the city's database, with a master key of its own. */
@CoreTest
class MasterKeyTest {
    private static final FieldPlace PLACE = new FieldPlace("test.person", "phone", "1");

    @Autowired
    DataKeyStore store;

    @Autowired
    Transactions transactions;

    @Autowired
    Clock clock;

    @Autowired
    CitySettings city;

    @Autowired
    FieldSealer cipher;

    @TempDir
    Path elsewhere;

    @Test
    void aNodeWithoutTheCitysMasterKeyDoesNotStartAndSaysWhich() {
        assertThatThrownBy(() -> ring(Optional.empty(), Optional.empty()))
                .hasMessageContaining(
                        "sealed under master key " + store.list().getLast().master())
                .hasMessageContaining("crypto.master-key-file");
        assertThat(elsewhere.resolve("keys/master.key")).doesNotExist();

        assertThatThrownBy(() -> ring(Optional.of(MasterKey.random().base64()), Optional.empty()))
                .hasMessageContaining(
                        "is wrapped by master key " + store.list().getFirst().master());
    }

    @Test
    void aNewMasterKeyTakesOverFromTheFormerOne() throws Exception {
        String citys = Files.readString(city.dataFolder().resolve("keys/master.key"));
        String fresh = MasterKey.random().base64();
        String sealed = cipher.seal(PLACE, "13812341234");

        KeyRing changed = ring(Optional.of(fresh), Optional.of(citys));

        assertThat(new FieldSealer(changed).open(PLACE, sealed)).isEqualTo("13812341234");
        assertThat(store.list()).allSatisfy(key -> assertThat(key.master())
                .isEqualTo(MasterKey.of(fresh).orElseThrow().fingerprint()));
        ring(Optional.of(citys), Optional.of(fresh));
        assertThat(cipher.open(PLACE, sealed)).isEqualTo("13812341234");
    }

    private KeyRing ring(Optional<String> master, Optional<String> former) {
        Map<Setting<?>, Object> values = new HashMap<>();
        values.put(NodeSettings.DATA_FOLDER, elsewhere);
        values.put(CryptoSettings.MASTER_KEY, master.map(Secret::of));
        values.put(CryptoSettings.FORMER_MASTER_KEY, former.map(Secret::of));
        values.put(CryptoSettings.ALGORITHM, FieldAlgorithm.SM4_GCM);
        return new KeyRing(store, transactions, new Fixed(values), clock);
    }

    private record Fixed(Map<Setting<?>, Object> values) implements Settings {
        @Override
        @SuppressWarnings("unchecked") // a test puts what the setting is
        public <T> T get(Setting<T> setting) {
            return (T) values.get(setting);
        }

        @Override
        public List<SettingView> list() {
            return List.of();
        }

        @Override
        public List<PlacedFault> faultsOfNextStart() {
            return List.of();
        }
    }
}
