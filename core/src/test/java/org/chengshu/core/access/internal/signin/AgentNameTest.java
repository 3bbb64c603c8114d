package org.chengshu.core.access.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgentNameTest {
    @Test
    void namesTheBrowserThatPretendsToBeItsElders() {
        String chrome =
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
        assertThat(AgentName.of(chrome)).isEqualTo("Chrome on Windows");
        assertThat(AgentName.of(chrome + " Edg/140.0")).isEqualTo("Edge on Windows");
        assertThat(AgentName.of("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"))
                .isEqualTo("Safari on iPhone");
        assertThat(AgentName.of("curl/8.5.0")).isEqualTo("curl");
        assertThat(AgentName.of("a gateway of our own")).isEqualTo("a gateway of our own");
        assertThat(AgentName.of("x".repeat(500))).hasSize(60);
    }
}
