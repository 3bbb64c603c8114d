package org.chengshu.core.db.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The two small programs by which the embedded server hands pieces of its log away and takes them back, placed in its
 * folder at each start.
 */
public final class LogScripts {
    /** One line beside the scripts: the folder that keeps the log. Without the file nothing is kept. */
    public static final String MARK = "archiving";

    /** Beside the scripts: the folders that a recovery reads from, one a line. */
    public static final String SOURCES = "recovery-sources";

    private LogScripts() {}

    static String archiveCommand(Path folder) throws IOException {
        return "sh " + quoted(place(folder, "archive.sh")) + " \"%p\" \"%f\"";
    }

    /** The command by which a recovering server fetches a piece; the folder is the server's, {@code pg}. */
    public static String fetchCommand(Path folder) throws IOException {
        return "sh " + quoted(place(folder, "fetch.sh")) + " \"%f\" \"%p\"";
    }

    private static Path place(Path folder, String name) throws IOException {
        Path target = folder.resolve(name);
        try (InputStream script = LogScripts.class.getResourceAsStream("/postgres/" + name)) {
            if (script == null) {
                throw new IOException("the program lacks its script " + name);
            }
            Files.copy(script, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    private static String quoted(Path path) {
        // The server itself replaces % signs; the shell reads the rest.
        return "'" + path.toString().replace("'", "'\\''").replace("%", "%%") + "'";
    }
}
