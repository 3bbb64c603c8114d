package org.chengshu.data.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.chengshu.core.access.Viewer;
import org.chengshu.data.DataTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DataTest
class UploadsTest {
    @Autowired
    private Uploads uploads;

    @Test
    void aFileOfSeveralPartsComesBackByteForByte() throws IOException, NoSuchAlgorithmException {
        byte[] content = new byte[33 * 1024 * 1024 + 17];
        new Random(7).nextBytes(content);
        Upload upload = uploads.put("big.csv", new ByteArrayInputStream(content), Viewer.system());
        assertThat(upload.bytes()).isEqualTo(content.length);
        assertThat(upload.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        try (InputStream back = uploads.open(upload.id())) {
            assertThat(back.readAllBytes()).isEqualTo(content);
        }
        assertThat(uploads.find(upload.id())).contains(upload);
    }

    @Test
    void anEmptyFileIsKeptToo() throws IOException {
        Upload upload = uploads.put("empty.csv", InputStream.nullInputStream(), Viewer.system());
        assertThat(upload.bytes()).isZero();
        try (InputStream back = uploads.open(upload.id())) {
            assertThat(back.readAllBytes()).isEmpty();
        }
    }
}
