package org.chengshu.data.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Change;
import org.chengshu.kernel.Fault;
import org.junit.jupiter.api.Test;

class MessageReaderTest {
    private static final ByteBuffer RELATION = message(
            'R',
            7,
            "public\0",
            "lamp\0",
            (byte) 'd',
            (short) 3,
            (byte) 1,
            "id\0",
            23,
            -1,
            (byte) 0,
            "lit\0",
            16,
            -1,
            (byte) 0,
            "at\0",
            1184,
            -1);
    private static final ByteBuffer INSERT = message(
            'I',
            7,
            (byte) 'N',
            (short) 3,
            (byte) 't',
            1,
            "1",
            (byte) 't',
            1,
            "t",
            (byte) 't',
            22,
            "2026-01-31 08:05:00+00");
    private static final ByteBuffer UPDATE = message(
            'U',
            7,
            (byte) 'K',
            (short) 3,
            (byte) 't',
            1,
            "1",
            (byte) 'n',
            (byte) 'n',
            (byte) 'N',
            (short) 3,
            (byte) 't',
            1,
            "2",
            (byte) 'n',
            (byte) 'u');

    private static ByteBuffer message(char kind, Object... parts) {
        ByteBuffer out = ByteBuffer.allocate(400);
        out.put((byte) kind);
        for (Object part : parts) {
            switch (part) {
                case Integer number -> out.putInt(number);
                case Short number -> out.putShort(number);
                case Byte number -> out.put(number);
                default -> out.put(part.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.flip();
    }

    private static Changes changes() {
        return new Changes(
                "public", "lamp", (key, columns) -> Map.of(columns.getFirst(), Optional.of("kept of " + key)));
    }

    @Test
    void rowsAreCanonicalAndKeysThatChangeEndTheFormerRow() {
        Changes changes = changes();
        changes.of(MessageReader.read(RELATION));
        ChangeRow inserted = changes.of(MessageReader.read(INSERT)).getFirst();
        assertThat(inserted.cells())
                .isEqualTo(Map.of(
                        "id", Optional.of("1"), "lit", Optional.of("true"), "at", Optional.of("2026-01-31T08:05:00Z")));
        List<ChangeRow> updated = changes.of(MessageReader.read(UPDATE));
        assertThat(updated).extracting(ChangeRow::change).containsExactly(Change.DELETE, Change.PUT);
        assertThat(updated.getFirst().cells()).isEqualTo(Map.of("id", Optional.of("1")));
        assertThat(updated.getLast().cells())
                .containsEntry("at", Optional.of("kept of {id=2}"))
                .containsEntry("lit", Optional.empty());
    }

    @Test
    void otherTablesAreNoneOfOurs() {
        Changes changes = new Changes("public", "street", (key, columns) -> Map.of());
        changes.of(MessageReader.read(RELATION));
        assertThat(changes.of(MessageReader.read(INSERT))).isEmpty();
        assertThat(changes.columns()).isEmpty();
    }

    @Test
    void damagedMessagesAreReadOrRefused() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            ByteBuffer sound = List.of(RELATION, INSERT, UPDATE).get(random.nextInt(3));
            byte[] bytes = new byte[sound.limit() - random.nextInt(sound.limit() / 2)];
            sound.duplicate().get(bytes);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            try {
                Changes changes = changes();
                changes.of(MessageReader.read(RELATION));
                assertThat(changes.of(MessageReader.read(ByteBuffer.wrap(bytes))))
                        .isNotNull();
            } catch (Fault e) {
                assertThat(e.code()).isEqualTo(DataError.FEED_FAULTY);
            }
        }
    }
}
