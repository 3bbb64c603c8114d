package org.chengshu.core.crypto.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.chengshu.core.crypto.FieldAlgorithm;
import org.chengshu.core.crypto.FieldCipher;
import org.chengshu.core.crypto.FieldPlace;
import org.chengshu.core.crypto.SealedColumn;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.core.testing.TestSealedColumns;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@CoreTest
class FieldSealerTest {
    private static final FieldPlace ROW_1 = new FieldPlace("test.person", "phone", "1");
    private static final FieldPlace ROW_2 = new FieldPlace("test.person", "phone", "2");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    FieldCipher cipher;

    @Autowired
    KeyRing ring;

    @Autowired
    CitySettings city;

    @Autowired
    DSLContext sql;

    @Autowired
    Resealing resealing;

    @Test
    void sealsAndOpensAtItsPlace() {
        String sealed = cipher.seal(ROW_1, "13812341234 𠮷");

        assertThat(sealed).startsWith("sealed:").doesNotContain("1381");
        assertThat(cipher.seal(ROW_1, "13812341234 𠮷")).isNotEqualTo(sealed);
        assertThat(cipher.open(ROW_1, sealed)).isEqualTo("13812341234 𠮷");
        assertThat(cipher.open(ROW_1, cipher.seal(ROW_1, ""))).isEmpty();
    }

    @Test
    void doesNotOpenWhatWasMovedOrAltered() {
        String sealed = cipher.seal(ROW_1, "13812341234");
        String altered = sealed.substring(0, sealed.length() - 2) + (sealed.endsWith("AA") ? "BB" : "AA");

        assertThatThrownBy(() -> cipher.open(ROW_2, sealed)).hasMessageContaining("another row");
        assertThatThrownBy(() -> cipher.open(ROW_1, altered)).hasMessageContaining("altered");
        assertThatThrownBy(() -> cipher.open(ROW_1, "sealed:999:AAAA")).hasMessageContaining("key 999");
        assertThatThrownBy(() -> cipher.open(ROW_1, "13812341234")).hasMessageContaining("not a sealed value");
    }

    @Test
    void readsOldValuesAfterARotationAndSealsThemAnew() {
        SealedColumn column = TestSealedColumns.PHONE;
        sql.execute(
                "insert into public.test_person (id, phone) values (1, ?), (2, null), (3, ?)"
                        + " on conflict (id) do update set phone = excluded.phone",
                cipher.seal(column.at("1"), "111"),
                cipher.seal(column.at("3"), "333"));
        int before = ring.current().number();
        PeopleClient keeper = PeopleClient.at(port).bearer(new TestPeople(context).token("core:crypto"));

        PeopleClient.Answer answer = keeper.post("/api/core/v1/crypto/rotate", "");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(ring.current().number()).isGreaterThan(before);
        Eventually.eventually("all values are under the new key", () -> resealing.waiting(column) == 0);
        assertThat(cipher.open(column.at("1"), phone(1))).isEqualTo("111");
        assertThat(phone(3)).startsWith(FieldSealer.prefix(ring.current().number()));
        assertThat(keeper.get("/api/core/v1/crypto/keys").body())
                .contains("\"current\":true")
                .doesNotContain("wrapped");
    }

    @Test
    void keepsTheMasterKeyForItsOwnerAlone() throws Exception {
        Path file = city.dataFolder().resolve("keys/master.key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(ring.list())
                .allSatisfy(key -> assertThat(key.wrapped().length()).isGreaterThan(32));
    }

    @Test
    void speaksBothAlgorithmsWithKeysOfTheirLength() throws Exception {
        for (FieldAlgorithm algorithm : FieldAlgorithm.values()) {
            Gcm gcm = new Gcm(algorithm, Gcm.random(Gcm.keyBytes(algorithm)));
            byte[] sealed = gcm.seal("kite".getBytes(java.nio.charset.StandardCharsets.UTF_8), new byte[] {1});

            assertThat(gcm.open(sealed, new byte[] {1})).asString().isEqualTo("kite");
            assertThatThrownBy(() -> gcm.open(sealed, new byte[] {2})).isInstanceOf(Exception.class);
        }
        assertThatThrownBy(() -> new Gcm(FieldAlgorithm.SM4_GCM, new byte[32])).hasMessageContaining("16 bytes");
    }

    private String phone(int id) {
        return sql.fetchSingle("select phone from public.test_person where id = ?", id)
                .get(0, String.class);
    }
}
