package org.chengshu.app.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengshu.app.node.NodeClient;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;
import tools.jackson.databind.JsonNode;

/** What is to be applied: a folder or archive on this machine, or a version that the node has kept. */
public sealed interface PackSource {
    /** Where a node keeps packs. */
    String PACKS = "/api/core/v1/packs";

    /** A path that is there is one; else {@code ID@VERSION}, or {@code ID@r3} for a revision. */
    static PackSource of(String written, NodeClient client) {
        Matcher kept = Kept.WRITTEN.matcher(written);
        if (!Files.exists(Path.of(written)) && kept.matches()) {
            return Kept.find(kept.group(1), kept.group(2), client);
        }
        return new Local(PackFolder.at(Path.of(written)), client);
    }

    JsonNode diff();

    /** Applies what the diff has shown, and nothing else. */
    JsonNode apply(JsonNode shown, boolean downgrade);

    /** Files on this machine. */
    record Local(PackFolder folder, NodeClient client) implements PackSource {
        @Override
        public JsonNode diff() {
            return client.post(PACKS + "/diff", folder.body());
        }

        @Override
        public JsonNode apply(JsonNode shown, boolean downgrade) {
            Map<String, Object> body = new HashMap<>(folder.body());
            body.put("fingerprint", shown.path("fingerprint").asString());
            body.put("downgrade", downgrade);
            return client.post(PACKS, body);
        }
    }

    /** A revision of the node's history. */
    record Kept(String pack, int revision, NodeClient client) implements PackSource {
        private static final Pattern WRITTEN = Pattern.compile("([a-z][a-z0-9-]*)@(\\S+)");

        static Kept find(String id, String version, NodeClient client) {
            String pack = PACKS + "/" + id;
            for (JsonNode revision : client.get(pack + "/history").path("items")) {
                boolean named = version.equals("r" + revision.path("revision").asInt())
                        || version.equals(revision.path("version").asString());
                if (named && !revision.path("act").asString().equals("removed")) {
                    return new Kept(pack, revision.path("revision").asInt(), client);
                }
            }
            throw new Fault(
                    CoreError.NOT_FOUND,
                    "the pack " + id + " was never applied as " + version + "; see chengshu pack history " + id);
        }

        private String path() {
            return pack + "/history/" + revision;
        }

        @Override
        public JsonNode diff() {
            return client.get(path() + "/diff");
        }

        @Override
        public JsonNode apply(JsonNode shown, boolean downgrade) {
            return client.post(
                    path() + "/apply",
                    Map.of("fingerprint", shown.path("fingerprint").asString()));
        }
    }
}
