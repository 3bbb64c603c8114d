package org.chengshu.core.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Small pictures as cameras make them. */
public final class Pictures {
    private static final int SIDE = 16;

    private Pictures() {}

    public static byte[] jpeg() {
        return drawn("jpg");
    }

    public static byte[] png() {
        return drawn("png");
    }

    /** A WebP of one pixel, as a row of chunks. */
    public static byte[] webp() {
        byte[] pixel = {
            0x2f,
            0,
            0,
            0,
            0,
            0x07,
            (byte) 0xd0,
            (byte) 0xff,
            (byte) 0xfe,
            (byte) 0xf7,
            (byte) 0xbf,
            (byte) 0xff,
            (byte) 0x81,
            (byte) 0x88,
            (byte) 0xe8,
            (byte) 0x7f,
            0,
            0
        };
        return riff(chunk("VP8X", new byte[] {0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0}), chunk("VP8L", pixel));
    }

    public static byte[] jpegWith(byte[] exif) {
        byte[] plain = jpeg();
        byte[] name = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer segment = ByteBuffer.allocate(4 + name.length + exif.length)
                .putShort((short) 0xffe1)
                .putShort((short) (2 + name.length + exif.length))
                .put(name)
                .put(exif);
        return ByteBuffer.allocate(plain.length + segment.capacity())
                .put(plain, 0, 2)
                .put(segment.array())
                .put(plain, 2, plain.length - 2)
                .array();
    }

    public static byte[] pngWith(byte[] exif) {
        byte[] plain = png();
        int head = 8 + 25;
        CRC32 sum = new CRC32();
        byte[] named = ByteBuffer.allocate(4 + exif.length)
                .put("eXIf".getBytes(StandardCharsets.US_ASCII))
                .put(exif)
                .array();
        sum.update(named);
        return ByteBuffer.allocate(plain.length + 12 + exif.length)
                .put(plain, 0, head)
                .putInt(exif.length)
                .put(named)
                .putInt((int) sum.getValue())
                .put(plain, head, plain.length - head)
                .array();
    }

    public static byte[] webpWith(byte[] exif) {
        byte[] plain = webp();
        byte[] chunk = chunk("EXIF", exif);
        byte[] whole = ByteBuffer.allocate(plain.length + chunk.length)
                .put(plain)
                .put(chunk)
                .array();
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(4, whole.length - 8);
        return whole;
    }

    /** What a camera of local time writes: when, and where in degrees. */
    public static byte[] exif(String time, double latitude, double longitude) {
        ByteBuffer tiff = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        entry(tiff, 0x8769, 4, 1, 38);
        entry(tiff, 0x8825, 4, 1, 80);
        tiff.putInt(0);
        tiff.putShort((short) 1);
        entry(tiff, 0x9003, 2, 20, 56);
        tiff.putInt(0);
        tiff.position(56).put((time + "\0").getBytes(StandardCharsets.US_ASCII));
        tiff.position(80).putShort((short) 4);
        entry(tiff, 1, 2, 2, latitude < 0 ? 'S' : 'N');
        entry(tiff, 2, 5, 3, 140);
        entry(tiff, 3, 2, 2, longitude < 0 ? 'W' : 'E');
        entry(tiff, 4, 5, 3, 164);
        tiff.putInt(0);
        tiff.position(140);
        degrees(tiff, Math.abs(latitude));
        degrees(tiff, Math.abs(longitude));
        return tiff.array();
    }

    private static void degrees(ByteBuffer tiff, double degrees) {
        int whole = (int) degrees;
        tiff.putInt(whole).putInt(1);
        tiff.putInt((int) Math.round((degrees - whole) * 60 * 1_000_000)).putInt(1_000_000);
        tiff.putInt(0).putInt(1);
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static byte[] riff(byte[]... chunks) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] chunk : chunks) {
            all.writeBytes(chunk);
        }
        return ByteBuffer.allocate(12 + all.size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(4 + all.size())
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .put(all.toByteArray())
                .array();
    }

    private static byte[] chunk(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + (content.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] drawn(String format) {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < SIDE * SIDE; i++) {
            picture.setRGB(i % SIDE, i / SIDE, i * 4_711);
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
