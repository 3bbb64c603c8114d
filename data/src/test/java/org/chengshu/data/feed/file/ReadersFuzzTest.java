package org.chengshu.data.feed.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Random;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Detected;
import org.chengshu.data.feed.Feed;
import org.chengshu.kernel.Fault;
import org.junit.jupiter.api.Test;

/** Files that were damaged at random are read or refused with words, never anything else, and always come to an end. */
class ReadersFuzzTest {
    private static final String TABLE = "名称,数量,备注\n\"东湖,一\",12.5,\"两\n行\"\n西湖,7,无\n数据来源：统计局,,\n";
    private static final String LINES = "{\"a\":1,\"b\":{\"c\":[1,2]}}\n{\"a\":\"\\u4e2d\",\"b\":null}\n";
    private static final String DOCUMENT = "{\"data\":{\"items\":[{\"n\":1.5e3},{\"n\":\"x\",\"m\":[{\"k\":1}]}]}}";
    private static final String FEATURES = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
            + "\"properties\":{\"a\":1},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}]}";

    @Test
    void damagedTextIsReadOrRefused() {
        for (String charset : new String[] {"UTF-8", "GB18030", "UTF-16LE"}) {
            damage(Bytes.of(TABLE, Charset.forName(charset)), 1_500, 11);
        }
    }

    @Test
    void damagedJsonIsReadOrRefused() {
        damage(Bytes.of(LINES), 2_000, 12);
        damage(Bytes.of(DOCUMENT), 2_000, 13);
        damage(Bytes.of(FEATURES), 2_000, 14);
    }

    @Test
    void damagedPackedFilesAreReadOrRefused() {
        damage(Bytes.of(TABLE).packed(), 1_000, 15);
    }

    @Test
    void damagedWorkbooksAreReadOrRefused() throws IOException {
        damage(ExcelFileTest.newBook(), 250, 16);
        damage(ExcelFileTest.oldBook(), 250, 17);
    }

    private static void damage(Bytes sound, int times, long seed) {
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < times; i++) {
            byte[] bytes = mutated(sound.content(), random);
            try {
                read += rows(new Bytes(bytes, sound.name())) ? 1 : 0;
            } catch (Fault e) {
                assertThat(e.code()).as("mutation %d of seed %d", i, seed).isEqualTo(DataError.FILE_UNREADABLE);
            }
        }
        assertThat(read).isPositive();
    }

    private static boolean rows(Bytes file) {
        Detected found = file.inspect();
        long last = 0;
        int rows = 0;
        try (Feed feed = file.open(found.shape())) {
            assertThat(feed.columns())
                    .doesNotHaveDuplicates()
                    .doesNotContain("")
                    .isEqualTo(found.columns());
            while (feed.next()) {
                assertThat(feed.line()).isGreaterThanOrEqualTo(last);
                last = feed.line();
                for (int i = 0; i < feed.columns().size(); i++) {
                    assertThat(feed.cell(i)).isNotNull();
                }
                assertThat(++rows).isLessThan(100_000);
            }
        }
        return rows > 0;
    }

    private static byte[] mutated(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            bytes = switch (random.nextInt(5)) {
                case 0 -> cut(bytes, Math.max(1, at));
                case 1 -> repeated(bytes, at, random);
                case 2 -> with(bytes, at, (byte) "\",\n\r{}[]:\\\0;\t'".charAt(random.nextInt(14)));
                case 3 -> with(bytes, at, (byte) random.nextInt(256));
                default -> with(bytes, at, (byte) (bytes[at] ^ (1 << random.nextInt(8))));
            };
        }
        return bytes;
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        bytes[at] = value;
        return bytes;
    }

    private static byte[] cut(byte[] bytes, int length) {
        return java.util.Arrays.copyOf(bytes, Math.max(length, bytes.length / 2));
    }

    private static byte[] repeated(byte[] bytes, int from, Random random) {
        int length = Math.min(bytes.length - from, 1 + random.nextInt(40));
        byte[] more = new byte[bytes.length + length];
        System.arraycopy(bytes, 0, more, 0, from + length);
        System.arraycopy(bytes, from, more, from + length, bytes.length - from);
        return more;
    }
}
