package org.chengshu.core.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ImagesProperties {
    private static final String SECRET = "GPS-of-my-home";

    /** One way in which a camera writes into a picture. */
    enum Form {
        JPEG(Pictures::jpegWith),
        PNG(Pictures::pngWith),
        WEBP(Pictures::webpWith);

        private final UnaryOperator<byte[]> with;

        Form(UnaryOperator<byte[]> with) {
            this.with = with;
        }
    }

    @Property(tries = 200)
    void whereAndWhenArePlainToRead(
            @ForAll Form form,
            @ForAll @DoubleRange(min = -89, max = 89) double latitude,
            @ForAll @DoubleRange(min = -179, max = 179) double longitude) {
        byte[] picture = form.with.apply(Pictures.exif("2026:11:20 09:30:05", latitude, longitude));

        ImageFacts facts = Images.facts(picture);

        assertThat(facts.takenAt()).hasToString("Optional[2026-11-20T09:30:05]");
        assertThat(facts.position().orElseThrow().latitude()).isCloseTo(latitude, within(1e-6));
        assertThat(facts.position().orElseThrow().longitude()).isCloseTo(longitude, within(1e-6));
    }

    @Property(tries = 100)
    void nothingOfTheCameraIsLeft(@ForAll Form form, @ForAll @Size(max = 300) byte[] noise) throws BrokenImage {
        byte[] exif = (SECRET + new String(noise, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);

        byte[] bare = Images.stripped(form.with.apply(exif));

        String text = new String(bare, StandardCharsets.ISO_8859_1);
        assertThat(text)
                .doesNotContain(SECRET)
                .doesNotContain("Exif\0\0")
                .doesNotContain("eXIf")
                .doesNotContain("EXIF");
        assertThat(Images.facts(bare)).isEqualTo(ImageFacts.NONE);
        assertThat(Images.stripped(bare)).isEqualTo(bare);
    }

    @Example
    void bytesBehindTheEndAndCommentsGoToo() throws BrokenImage {
        byte[] jpeg = Pictures.jpegWith(Pictures.exif("2026:11:20 09:30:05", 31, 121));
        byte[] longer = java.util.Arrays.copyOf(jpeg, jpeg.length + SECRET.length());
        System.arraycopy(SECRET.getBytes(StandardCharsets.US_ASCII), 0, longer, jpeg.length, SECRET.length());

        assertThat(new String(Images.stripped(longer), StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET);
    }

    @Example
    void thePixelsStay() throws BrokenImage, IOException {
        for (Form form : new Form[] {Form.JPEG, Form.PNG}) {
            byte[] whole = form.with.apply(Pictures.exif("2026:11:20 09:30:05", 31, 121));
            var before = ImageIO.read(new ByteArrayInputStream(whole));
            var after = ImageIO.read(new ByteArrayInputStream(Images.stripped(whole)));
            assertThat(after.getWidth()).isEqualTo(before.getWidth());
            assertThat(after.getRGB(3, 5)).isEqualTo(before.getRGB(3, 5));
        }
    }

    /** Bounded fuzzing: broken pictures are refused or read as nothing, never anything else. */
    @Property(tries = 3_000)
    void brokenPicturesAreRefusedNicely(
            @ForAll Form form,
            @ForAll @IntRange(max = 900) int cut,
            @ForAll @IntRange(max = 900) int at,
            @ForAll("bytes") byte[] patch) {
        byte[] picture = form.with.apply(Pictures.exif("2026:11:20 09:30:05", 31, 121));
        int from = Math.min(at, picture.length);
        System.arraycopy(patch, 0, picture, from, Math.min(patch.length, picture.length - from));
        byte[] broken = cut < 300 ? java.util.Arrays.copyOf(picture, cut) : picture;

        assertThat(Images.facts(broken)).isNotNull();
        try {
            byte[] bare = Images.stripped(broken);
            assertThat(Images.stripped(bare)).isEqualTo(bare);
        } catch (BrokenImage refused) {
            assertThat(refused).hasMessageMatching(".+");
        }
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        return Arbitraries.bytes().array(byte[].class).ofMinSize(0).ofMaxSize(12);
    }
}
