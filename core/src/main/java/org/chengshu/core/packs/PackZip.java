package org.chengshu.core.packs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;

/**
 * A pack as one file: a ZIP archive with its files, in a folder of the pack's name or at the top. The same pack gives the
 * same bytes. Reading keeps to the limits of {@link PackFiles}, whatever the archive promises.
 */
public final class PackZip {
    private static final LocalDateTime ANY_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final String MANIFEST = "pack.yaml";

    private PackZip() {}

    public static byte[] write(String folder, PackFiles pack) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : pack.pathToText().entrySet()) {
                ZipEntry entry = new ZipEntry(folder + "/" + file.getKey());
                entry.setTimeLocal(ANY_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Map<String, String> read(Path archive) {
        Map<String, String> files = new TreeMap<>();
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            long left = PackFiles.MOST_CHARACTERS_IN_ALL * 3L;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && PackFolder.isYaml(entry.getName())) {
                    byte[] content = zip.readNBytes((int) Math.min(left + 1, 3 * PackFiles.MOST_CHARACTERS + 1));
                    left -= content.length;
                    requireRoom(left, files.size(), entry.getName(), content.length);
                    files.put(entry.getName(), Utf8.read(entry.getName(), content));
                }
            }
        } catch (ZipException e) {
            throw new Fault(CoreError.BAD_REQUEST, archive + " is no ZIP archive: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Fault(CoreError.BAD_REQUEST, archive + ": " + e.getMessage(), e);
        }
        return withoutFolder(archive, files);
    }

    private static void requireRoom(long left, int count, String name, int size) {
        if (left < 0 || count >= PackFiles.MOST_FILES || size > 3 * PackFiles.MOST_CHARACTERS) {
            throw new Fault(
                    CoreError.TOO_LARGE,
                    name + ": a pack has at most " + PackFiles.MOST_FILES + " files of 2 MiB, 16 MiB in all");
        }
    }

    private static Map<String, String> withoutFolder(Path archive, Map<String, String> files) {
        String manifest = files.keySet().stream()
                .filter(name -> name.equals(MANIFEST) || name.endsWith("/" + MANIFEST))
                .min((a, b) -> Integer.compare(a.length(), b.length()))
                .orElseThrow(() -> new Fault(CoreError.BAD_REQUEST, archive + " is no pack: it has no pack.yaml"));
        String folder = manifest.substring(0, manifest.length() - MANIFEST.length());
        Map<String, String> inside = new TreeMap<>();
        files.forEach((name, text) -> {
            if (name.startsWith(folder)) {
                inside.put(name.substring(folder.length()), text);
            }
        });
        return inside;
    }
}
