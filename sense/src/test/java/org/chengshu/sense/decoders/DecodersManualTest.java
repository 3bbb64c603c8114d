package org.chengshu.sense.decoders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chengshu.wire.Parsed;
import org.junit.jupiter.api.Test;

/** The manual's examples, run as they stand there. */
class DecodersManualTest {
    private static final Pattern EXAMPLE = Pattern.compile(
            "```yaml\\n(.*?)```\\s+```payload( hex)?\\n(.*?)```\\s+```result\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyExampleGivesWhatTheManualSays() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("../docs/decoders.md")));
        int seen = 0;
        while (example.find()) {
            byte[] payload = example.group(2) == null
                    ? example.group(3).getBytes(StandardCharsets.UTF_8)
                    : HexFormat.of().parseHex(example.group(3).replaceAll("\\s", ""));
            assertThat(told(Decoding.of(example.group(1)).decode(payload, Decoding.NOON)))
                    .as(example.group(1))
                    .isEqualTo(example.group(4).strip());
            seen++;
        }
        assertThat(seen).isEqualTo(4);
    }

    private static String told(Parsed parsed) {
        List<String> lines = new ArrayList<>();
        parsed.observations().forEach(seen -> lines.add(seen.time() + " " + Decoding.values(seen)));
        parsed.faults().forEach(fault -> lines.add(fault.kind() + " " + fault.place()));
        return lines.stream().map(String::strip).collect(Collectors.joining("\n"));
    }
}
