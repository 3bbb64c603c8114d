package org.chengshu.core.access.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private final PasswordPolicy policy = PasswordPolicy.bundled();

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "chengshu-demo", "长城内外惟余莽莽大河上下", "Tq7#vLm2-xKd", "long enough 1"})
    void takesWhatIsLongAndOfOnesOwn(String password) {
        assertThat(policy.broken("li", password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password123",
                "Password2026!",
                "P@ssw0rd1234",
                "1234567890",
                "0987654321",
                "qwertyuiop",
                "poiuytrewq",
                "aaaaaaaaaaaa",
                "abababababab",
                "abcdefghijkl",
                "1qaz2wsx3edc",
                "administrator1",
                "!!!chengshu!!!",
                "iloveyou2026"
            })
    void refusesWhatGuessersTryFirst(String password) {
        assertThat(policy.broken("li", password)).containsExactly(PasswordPolicy.COMMON);
    }

    @Test
    void namesEveryRuleThatIsBroken() {
        assertThat(policy.broken("wang", "Wang1")).containsExactly(PasswordPolicy.LENGTH, PasswordPolicy.NAME);
        assertThat(policy.broken("wang", "aaa")).containsExactly(PasswordPolicy.LENGTH, PasswordPolicy.COMMON);
        assertThat(policy.broken("wang", "the house of WANG is old")).containsExactly(PasswordPolicy.NAME);
        assertThat(policy.broken("li", "x".repeat(100) + "a1b2".repeat(30))).containsExactly(PasswordPolicy.LENGTH);
    }
}
