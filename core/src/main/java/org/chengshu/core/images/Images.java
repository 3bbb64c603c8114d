package org.chengshu.core.images;

import java.util.Optional;

/**
 * Reads JPEG (ISO/IEC 10918-1), PNG and WebP pictures part by part, without decoding them: tells what the camera wrote into
 * them, and takes it out. Bytes of outsiders are expected: whatever is broken is refused with {@link BrokenImage} or read as
 * nothing, in time and memory proportional to the content. Pure, safe for many threads.
 */
public final class Images {
    private Images() {}

    /** What the camera wrote; nothing when there is nothing or it cannot be read. */
    public static ImageFacts facts(byte[] content) {
        try {
            return exif(content).map(ExifReader::read).orElse(ImageFacts.NONE);
        } catch (BrokenImage e) {
            return ImageFacts.NONE;
        }
    }

    /**
     * The same picture with nothing but what is needed to draw it: no EXIF, XMP, IPTC, comments, maker's notes, previews or
     * bytes behind its end. Pixels are not touched. Stripped twice is stripped once.
     */
    public static byte[] stripped(byte[] content) throws BrokenImage {
        return switch (kind(content)) {
            case JPEG -> JpegParts.stripped(content);
            case PNG -> PngParts.stripped(content);
            case WEBP -> WebpParts.stripped(content);
        };
    }

    private static Optional<byte[]> exif(byte[] content) throws BrokenImage {
        return switch (kind(content)) {
            case JPEG -> JpegParts.exif(content);
            case PNG -> PngParts.exif(content);
            case WEBP -> WebpParts.exif(content);
        };
    }

    private static ImageKind kind(byte[] content) throws BrokenImage {
        return ImageKind.of(content).orElseThrow(() -> new BrokenImage("it is no JPEG, PNG or WebP picture"));
    }
}
