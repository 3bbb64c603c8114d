package org.chengshu.core.crypto.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.chengshu.core.CoreError;
import org.chengshu.core.crypto.FieldCipher;
import org.chengshu.core.crypto.FieldPlace;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/** Sealed values are written {@code sealed:<number of the key>:<Base64 of nonce, ciphertext and tag>}. */
@Component
class FieldSealer implements FieldCipher {
    private static final Pattern SEALED = Pattern.compile("sealed:(\\d{1,9}):([A-Za-z0-9_-]+)");

    private final KeyRing ring;

    FieldSealer(KeyRing ring) {
        this.ring = ring;
    }

    @Override
    public String seal(FieldPlace place, String value) {
        KeyRing.Current current = ring.current();
        byte[] sealed = current.cipher().seal(value.getBytes(StandardCharsets.UTF_8), context(place));
        return prefix(current.number())
                + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    @Override
    public String open(FieldPlace place, String sealed) {
        Matcher parts = SEALED.matcher(sealed);
        if (!parts.matches()) {
            throw broken(place, "is not a sealed value");
        }
        int number = Integer.parseInt(parts.group(1));
        Optional<Gcm> cipher = ring.find(number);
        if (cipher.isEmpty()) {
            throw broken(place, "is sealed under key " + number + ", which is not here");
        }
        try {
            byte[] whole = Base64.getUrlDecoder().decode(parts.group(2));
            return new String(cipher.get().open(whole, context(place)), StandardCharsets.UTF_8);
        } catch (InvalidCipherTextException | IllegalArgumentException e) {
            throw broken(place, "was altered or belongs to another row");
        }
    }

    static String prefix(int number) {
        return "sealed:" + number + ":";
    }

    private static Fault broken(FieldPlace place, String why) {
        return new Fault(
                CoreError.SEAL_BROKEN,
                "the value in " + place.table() + "." + place.column() + " of row " + place.row() + " " + why);
    }

    // Each part with its length, so that no two places read the same.
    private static byte[] context(FieldPlace place) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : List.of(place.table(), place.column(), place.row())) {
            byte[] words = part.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(words.length).array());
            bytes.writeBytes(words);
        }
        return bytes.toByteArray();
    }
}
