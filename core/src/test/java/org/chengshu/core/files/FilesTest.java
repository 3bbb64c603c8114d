package org.chengshu.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

@SpringBootTest(
        classes = {FilesTest.App.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class FilesTest {
    @Autowired
    Files files;

    @Autowired
    DSLContext sql;

    @Test
    void givesBackEveryByteOfAFileOfManyPieces() throws IOException {
        byte[] photo = new byte[700_001];
        new Random(7).nextBytes(photo);

        UUID id = files.put("现场.jpg", "image/jpeg", new ByteArrayInputStream(photo));

        StoredFile file = files.find(id).orElseThrow();
        assertThat(file.name()).isEqualTo("现场.jpg");
        assertThat(file.type()).isEqualTo("image/jpeg");
        assertThat(file.bytes()).isEqualTo(photo.length);
        try (InputStream content = files.open(id)) {
            assertThat(content.readAllBytes()).isEqualTo(photo);
        }
    }

    @Test
    void keepsAnEmptyFileWithItsDigest() throws IOException {
        UUID id = files.put("empty.txt", "text/plain", InputStream.nullInputStream());

        // The digest of no bytes at all, as FIPS 180-4 example files print it.
        assertThat(files.find(id).orElseThrow().sha256())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        try (InputStream content = files.open(id)) {
            assertThat(content.read()).isEqualTo(-1);
        }
    }

    @Test
    void readsByteForByteAcrossPieces() throws IOException {
        byte[] text = "a".repeat(256 * 1024).concat("bc").getBytes(StandardCharsets.US_ASCII);
        UUID id = files.put("a.txt", "text/plain", new ByteArrayInputStream(text));

        try (InputStream content = files.open(id)) {
            content.skipNBytes(256 * 1024);
            assertThat(content.read()).isEqualTo('b');
            assertThat(content.read()).isEqualTo('c');
            assertThat(content.read()).isEqualTo(-1);
        }
    }

    @Test
    void refusesMoreThanTheLimitAndKeepsNothingOfIt() {
        long before = pieces();

        assertThatThrownBy(() -> files.put("huge.bin", "application/octet-stream", new Endless()))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(CoreError.TOO_LARGE));

        assertThat(pieces()).isEqualTo(before);
    }

    @Test
    void doesNotKnowAFileThatWasNeverPut() {
        assertThat(files.find(new UUID(1, 2))).isEmpty();
        assertThatThrownBy(() -> files.open(new UUID(1, 2)))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(CoreError.NOT_FOUND));
    }

    private long pieces() {
        return sql.fetchSingle("select count(*) from cs_core.file_piece").get(0, Long.class);
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return length;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan({"org.chengshu.core.db", "org.chengshu.core.files"})
    static class App {}
}
